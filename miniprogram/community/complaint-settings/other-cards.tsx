import { openDepartments, type Settings } from '#shared/complaints/settings.ts'
import { hoursWords } from '#shared/complaints/settings-words.ts'
import type { SettingsVersion } from '#shared/complaints/settings.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { go } from '#miniprogram/features/pages.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

interface OtherCardsProps {
  readonly current: SettingsVersion
  readonly settings: Settings
  readonly onChange: (to: (old: Settings) => Settings) => void
}

const PUBLIC = [
  { value: 'on', label: '公开', note: '只有类别、楼栋、时长、进展和结果，没有人名和原话' },
  { value: 'off', label: '不公开', note: '邻居看不到，也不能一起反映' },
] as const

export function OtherCards({ current, settings, onChange }: OtherCardsProps) {
  const edit = (part: string) => () => void go('complaintSettingsEdit', { part })
  return (
    <>
      <Card title="部门、回复和办公时间">
        <Row
          id="departments"
          title="可以转的部门"
          note="谁管什么，改名、增减、排序"
          value={`${openDepartments(settings).length} 个`}
          onPress={edit('departments')}
        />
        <Row
          id="templates"
          title="常用回复"
          note="工作人员回复时点一下就填好"
          value={`${settings.templates.length} 条`}
          onPress={edit('templates')}
        />
        <Row
          id="hours"
          title="街道办公时间"
          note={hoursWords(settings.officeHours)}
          onPress={edit('hours')}
        />
      </Card>
      <Card title="小区里的投诉列表">
        <ChoiceRow
          label="小区里的投诉列表"
          options={PUBLIC}
          value={settings.publicList ? 'on' : 'off'}
          onChange={(value) => onChange((old) => ({ ...old, publicList: value === 'on' }))}
        />
      </Card>
      <Version {...current} />
    </>
  )
}

function Version({ version, changedBy = '', changedAt }: SettingsVersion) {
  const now = useNow()
  const when = changedAt === undefined ? '' : `，${formatTime(new Date(changedAt), now)}`
  return (
    <Card title="版本">
      <Row
        id="versions"
        title={version === 0 ? '产品默认' : `第 ${version} 版`}
        note={version === 0 ? '还没有人改过' : `${changedBy}${when}`}
        value="历次版本"
        onPress={() => void go('complaintSettingsVersions')}
      />
    </Card>
  )
}

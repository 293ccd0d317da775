import { settingsDiff } from '#shared/complaints/settings-diff.ts'
import type { SettingsVersion } from '#shared/complaints/settings.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { api } from '#miniprogram/platform/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { ChangeLines } from '../change-lines.tsx'
import { Restore } from './restore.tsx'

interface VersionListProps {
  readonly community: string
  /** Latest first. */
  readonly items: readonly SettingsVersion[]
  readonly onRestored: () => Promise<void>
}

/** Who changed what when. An older version comes back as a new one: none is ever lost. */
export function VersionList({ community, items, onRestored }: VersionListProps) {
  const [current] = items
  const restore = useAct(async ({ settings }: SettingsVersion, version: number) => {
    await api.complaints.changeSettings({ community, version, settings }, { key: newKey() })
  })
  if (!current) return <StateView title="还没有版本" />
  if (current.version === 0) {
    return <StateView title="还没有人改过" note="现在用的是产品默认设置。" />
  }
  const onRestore = async (old: SettingsVersion): Promise<void> => {
    await restore.run(old, current.version)
    await onRestored()
  }
  return (
    <>
      {restore.trouble && <NoticeBar tone="red">{restore.trouble.detail}</NoticeBar>}
      {items.map((one, n) => (
        <Card key={one.version} title={n === 0 ? `${titleOf(one)}（现在用的）` : titleOf(one)}>
          <Made {...one} />
          <ChangeLines words={changesOf(one, items[n + 1])} />
          {n > 0 && <Restore old={one} current={current} onRestore={onRestore} />}
        </Card>
      ))}
    </>
  )
}

const titleOf = ({ version }: Pick<SettingsVersion, 'version'>): string =>
  version === 0 ? '产品默认' : `第 ${version} 版`

function Made({ changedBy, changedAt }: SettingsVersion) {
  const now = useNow()
  if (changedBy === undefined || changedAt === undefined) return null
  return <Row title={changedBy} value={formatTime(new Date(changedAt), now)} />
}

/** Said against the one before; of the last one shown only where it is the very first. */
function changesOf(one: SettingsVersion, before: SettingsVersion | undefined): readonly string[] {
  if (!before) {
    return one.version === 0 ? ['还没有人改过时的样子'] : ['更早的版本不在这里列出']
  }
  const words = settingsDiff(before.settings, one.settings)
  return words.length > 0 ? words : ['跟前一版一样']
}

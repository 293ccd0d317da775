import { useState } from 'react'
import { complaintRefusals } from '#shared/complaints/refusals.ts'
import { problemIn } from '#shared/complaints/settings-check.ts'
import { settingsDiff } from '#shared/complaints/settings-diff.ts'
import { UNDER_WAY } from '#shared/complaints/settings-words.ts'
import type { SettingsVersion } from '#shared/complaints/settings.ts'
import { fillIn } from '#shared/kernel/refusals.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { ChangeLines } from '../change-lines.tsx'
import type { SettingsDraft } from '../settings-draft.ts'

interface SaveChangesProps {
  readonly community: string
  readonly current: SettingsVersion
  readonly draft: SettingsDraft
}

/** What was changed, in plain words, before it is saved as one version. */
export function SaveChanges({ community, current, draft }: SaveChangesProps) {
  const [saved, setSaved] = useState<number>()
  const { begun, key = '' } = draft
  const save = useAct(async (settings: SettingsVersion['settings'], version: number) => {
    const next = await api.complaints.changeSettings({ community, version, settings }, { key })
    draft.forget()
    draft.query.put(next)
    setSaved(next.version)
  })
  const words = begun ? settingsDiff(begun.base, begun.settings) : []
  if (!begun || (words.length === 0 && begun.lost.length === 0)) {
    return saved === undefined ? null : (
      <NoticeBar tone="jade">{`已存为第 ${saved} 版。${UNDER_WAY.period}`}</NoticeBar>
    )
  }
  const problem = problemIn(begun.settings)
  const off = offWords(words, problem)
  const send = async (): Promise<void> => {
    await save.run(begun.settings, begun.version)
    // Whoever was second sees at once what the first one changed.
    await draft.query.reload()
  }
  return (
    <>
      {begun.lost.length > 0 && (
        <Card title="这几处别人也改了，先按别人的">
          <ChangeLines words={begun.lost} />
        </Card>
      )}
      <Card title="还没有保存的改动">
        <ChangeLines words={words} />
        <Removal
          id="drop-changes"
          act="放弃这些改动"
          loses="上面的改动会全部去掉，设置跟原来一样。"
          keep="先不放弃"
          onRemove={draft.forget}
        />
      </Card>
      <NoticeBar tone="blue">{`${UNDER_WAY.period}这些改动只存在这部手机上，保存后才生效。`}</NoticeBar>
      {save.trouble && <NoticeBar tone="red">{save.trouble.detail}</NoticeBar>}
      <Action>
        <Button id="save-settings" busy={save.busy} off={off} onPress={send}>
          {`保存为第 ${current.version + 1} 版`}
        </Button>
      </Action>
    </>
  )
}

function offWords(words: readonly string[], problem: string | undefined): string | undefined {
  if (words.length === 0) return '没有要保存的改动'
  return problem === undefined
    ? undefined
    : fillIn(complaintRefusals['complaints.settings_invalid'].detail, { problem })
}

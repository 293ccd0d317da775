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

interface ChangesProps {
  readonly draft: SettingsDraft
}

/** What was changed and not saved yet, in plain words: before everything else. */
export function Changes({ draft: { begun, forget } }: ChangesProps) {
  if (!begun) return null
  return (
    <>
      {begun.lost.length > 0 && (
        <Card title="这几处别人也改了，先按别人的">
          <ChangeLines words={begun.lost} />
        </Card>
      )}
      <Card title="还没有保存的改动">
        <ChangeLines words={settingsDiff(begun.base, begun.settings)} />
        <Removal
          id="drop-changes"
          act="放弃这些改动"
          loses="上面的改动会全部去掉，设置跟原来一样。"
          keep="先不放弃"
          onRemove={forget}
        />
      </Card>
      <NoticeBar tone="blue">
        {`${UNDER_WAY.period}这些改动只存在这部手机上，保存后才生效。`}
      </NoticeBar>
    </>
  )
}

interface SaveChangesProps extends ChangesProps {
  readonly community: string
  readonly current: SettingsVersion
  readonly onSaved: (version: number) => void
}

/** All changes become one version. */
export function SaveChanges({ community, current, draft, onSaved }: SaveChangesProps) {
  const { begun, key = '' } = draft
  const save = useAct(async (settings: SettingsVersion['settings'], version: number) => {
    const next = await api.complaints.changeSettings({ community, version, settings }, { key })
    draft.forget()
    draft.query.put(next)
    onSaved(next.version)
  })
  if (!begun) return null
  const words = settingsDiff(begun.base, begun.settings)
  const send = async (): Promise<void> => {
    await save.run(begun.settings, begun.version)
    // Whoever was second sees at once what the first one changed.
    await draft.query.reload()
  }
  return (
    <>
      {save.trouble && <NoticeBar tone="red">{save.trouble.detail}</NoticeBar>}
      <Action>
        <Button
          id="save-settings"
          busy={save.busy}
          off={offWords(words, problemIn(begun.settings))}
          onPress={send}
        >
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

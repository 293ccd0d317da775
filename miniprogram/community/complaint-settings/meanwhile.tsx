import { mergeSettings } from '#shared/complaints/settings-merge.ts'
import type { SettingsVersion } from '#shared/complaints/settings.ts'
import { settingsDiff } from '#shared/complaints/settings-diff.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { ChangeLines } from '../change-lines.tsx'
import type { SettingsDraft } from '../settings-draft.ts'

interface MeanwhileProps {
  readonly current: SettingsVersion
  readonly draft: SettingsDraft
}

/** Somebody else saved first: what they changed, and what becomes of one's own changes. */
export function Meanwhile({ current, draft }: MeanwhileProps) {
  const { begun } = draft
  if (!begun) return null
  const { version, changedBy = '别人' } = current
  const { settings, theirs, lost } = mergeSettings(begun.base, begun.settings, current.settings)
  const kept = settingsDiff(current.settings, settings)
  return (
    <>
      <NoticeBar tone="amber">
        {`您改的时候，${changedBy}存了第 ${version} 版。您的改动还在，请看过再接着改。`}
      </NoticeBar>
      <Card title={`第 ${version} 版改了什么`}>
        <ChangeLines words={theirs.length > 0 ? theirs : ['跟您开始改时一样']} />
      </Card>
      <Card title="您的改动">
        <ChangeLines words={kept.length > 0 ? kept : ['没有剩下要保存的']} />
      </Card>
      {lost.length > 0 && (
        <Card title="两边都改了的，先按对方的">
          <ChangeLines words={lost} />
        </Card>
      )}
      <Action>
        <Button id="go-on" onPress={() => draft.rebase(current)}>
          {`在第 ${version} 版上接着改`}
        </Button>
      </Action>
    </>
  )
}

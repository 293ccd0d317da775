import { useState } from 'react'
import { settingsDiff } from '#shared/complaints/settings-diff.ts'
import type { SettingsVersion } from '#shared/complaints/settings.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { ChangeLines } from '../change-lines.tsx'

interface RestoreProps {
  readonly old: SettingsVersion
  readonly current: SettingsVersion
  readonly onRestore: (old: SettingsVersion) => Promise<void>
}

/** What comes back and what goes, before it does. */
export function Restore({ old, current, onRestore }: RestoreProps) {
  const [isAsking, setIsAsking] = useState(false)
  const words = settingsDiff(current.settings, old.settings)
  const name = old.version === 0 ? '产品默认' : `第 ${old.version} 版`
  if (words.length === 0) return null
  if (!isAsking) {
    return (
      <Button kind="quiet" id={`restore-${old.version}`} onPress={() => setIsAsking(true)}>
        {`恢复成${name}`}
      </Button>
    )
  }
  return (
    <>
      <NoticeBar tone="amber">
        {`恢复后会有下面这些变化，存为第 ${current.version + 1} 版；现在用的第 ${current.version} 版仍会留着。`}
      </NoticeBar>
      <ChangeLines words={words} />
      <Button
        kind="plain"
        id={`restore-${old.version}-sure`}
        onPress={async () => {
          await onRestore(old)
          setIsAsking(false)
        }}
      >
        {`确定恢复成${name}`}
      </Button>
      <Button kind="quiet" onPress={() => setIsAsking(false)}>
        先不恢复
      </Button>
    </>
  )
}

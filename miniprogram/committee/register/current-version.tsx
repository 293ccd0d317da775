import { Text } from '@tarojs/components'
import type { Version } from '#shared/register/terms.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { FiguresRows } from '#miniprogram/features/register/figures-rows.tsx'
import { versionNote } from '#miniprogram/features/register/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'

export function CurrentVersion({ version }: { readonly version: Version }) {
  const now = useNow()
  return (
    <Card title={`现在用的是第 ${version.version} 版`} id="current-version">
      <Text>{versionNote(version, now)}</Text>
      <FiguresRows figures={version.figures} />
    </Card>
  )
}

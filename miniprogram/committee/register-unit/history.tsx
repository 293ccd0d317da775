import { Text } from '@tarojs/components'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { UnitChange } from '#shared/register/diff.ts'
import type { Version } from '#shared/register/terms.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Entry, Line } from '#miniprogram/features/register/entry.tsx'
import { changeLines, CHANGE_WORDS } from '#miniprogram/features/register/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'

interface HistoryProps {
  readonly history: readonly (Pick<Version, 'version' | 'act' | 'at' | 'by'> & {
    readonly change: UnitChange
  })[]
}

const ACT_WORDS: Readonly<Record<Version['act'], string>> = {
  import: '导入名册',
  undo: '撤销',
  transfer: '登记换业主',
  designation: '登记产权代表',
}

/** What each version said anew of this home. */
export function History({ history }: HistoryProps) {
  const now = useNow()
  return (
    <Card title="名册里的改动" id="history">
      {history.length === 0 && <Text>名册里没有改动过。</Text>}
      {history.map(({ version, act, at, by, change }) => (
        <Entry key={version} name={`第 ${version} 版：${CHANGE_WORDS[change.change]}`}>
          {changeLines(change).map((line) => (
            <Text key={line}>{line}</Text>
          ))}
          <Line>{`${formatTime(new Date(at), now)}，${by}${ACT_WORDS[act]}`}</Line>
        </Entry>
      ))}
    </Card>
  )
}

import { useState } from 'react'
import type { PaperLine, SheetWay } from '#shared/votes/papers/terms.ts'
import { WAY_NAMES } from '#shared/votes/papers/words.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface IssueAllProps {
  readonly community: string
  readonly vote: string
  /** What is listed now. */
  readonly lines: readonly PaperLine[]
  readonly onDone: () => Promise<void>
}

/** The server takes as many in one request. */
const AT_ONCE = 50
const WAYS: readonly SheetWay[] = ['door', 'desk', 'post']

/** Whoever has gone through the building says so once. */
export function IssueAll({ community, vote, lines, onDone }: IssueAllProps) {
  const [way, setWay] = useState<SheetWay>()
  const serials = lines.flatMap(({ state, serial }) =>
    state === 'printed' && serial !== undefined ? [serial] : [],
  )
  const act = useAct(async () => {
    if (way === undefined) return
    for (let n = 0; n < serials.length; n += AT_ONCE) {
      const some = serials.slice(n, n + AT_ONCE)
      await deskApi.issueSheets({ community, vote, serials: some, way }, { key: newKey() })
    }
    await onDone()
  })
  if (serials.length === 0) return null
  return (
    <Card title="一次登记发出">
      <ChoiceRow
        label="怎么发出的"
        value={way}
        onChange={setWay}
        options={WAYS.map((value) => ({ value, label: WAY_NAMES[value] }))}
      />
      {act.trouble && <NoticeBar tone="red">{act.trouble.detail}</NoticeBar>}
      <Button
        kind="plain"
        id="issue-all"
        busy={act.busy}
        off={way === undefined ? '请选怎么发出的' : undefined}
        onPress={() => act.run()}
      >
        {`上面列出的 ${serials.length} 张都已发出`}
      </Button>
    </Card>
  )
}

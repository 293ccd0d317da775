import { useState } from 'react'
import { formatNumber } from '#shared/kernel/public-number.ts'
import type { Assigned } from '#shared/complaints/workbench-contract.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { workApi } from './api.ts'

interface AssignCardProps {
  readonly community: string
  readonly numbers: readonly string[]
  /** When the list was made in which they were chosen. */
  readonly seenAt?: string | undefined
  /** Those that could not be given stay chosen. */
  readonly onDone: (refused: readonly Assigned[]) => void
  readonly onClose: () => void
}

/** To which colleague, and what became of each. */
export function AssignCard({ community, numbers, seenAt, onDone, onClose }: AssignCardProps) {
  const colleagues = useQuery(`colleagues ${community}`, () => workApi.colleagues({ community }))
  const [to, setTo] = useState<string>()
  const [refused, setRefused] = useState<readonly Assigned[]>([])
  // One key for what was asked, so that a lost answer gives nothing twice; another choice is another request.
  const [keys] = useState(() => new Map<string, string>())
  const assign = useAct(async () => {
    if (to === undefined) return
    const asked = JSON.stringify([to, numbers, seenAt])
    const key = keys.get(asked) ?? newKey()
    keys.set(asked, key)
    const given = { community, to, numbers: [...numbers], ...(seenAt !== undefined && { seenAt }) }
    const { items } = await workApi.assign(given, { key })
    const left = items.filter(({ done }) => !done)
    keys.delete(asked)
    setRefused(left)
    onDone(left)
  })
  return (
    <Card title="交给谁" id="assign">
      <Loaded query={colleagues} cards={1}>
        {({ items }) => (
          <ChoiceRow
            label="交给谁"
            options={items.map(({ person, name, role, me }) => ({
              value: person,
              label: me ? `${name}（我）` : name,
              note: role,
            }))}
            value={to}
            onChange={setTo}
          />
        )}
      </Loaded>
      {assign.trouble && <NoticeBar tone="red">{assign.trouble.detail}</NoticeBar>}
      {refused.map(({ number, detail = '' }) => (
        <NoticeBar key={number} tone="amber">{`${formatNumber(number)}：${detail}`}</NoticeBar>
      ))}
      <Button
        id="assign-send"
        busy={assign.busy}
        off={offWords(to, numbers.length)}
        onPress={() => assign.run()}
      >
        {numbers.length > 1 ? `交给这位同事（${numbers.length} 件）` : '交给这位同事'}
      </Button>
      <Button kind="quiet" id="assign-close" onPress={onClose}>
        先不交
      </Button>
    </Card>
  )
}

const offWords = (to: string | undefined, count: number): string | undefined => {
  if (count === 0) return '请先选投诉'
  return to === undefined ? '请先选同事' : undefined
}

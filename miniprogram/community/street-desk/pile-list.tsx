import type { Pile } from '#shared/complaints/rules/desk.ts'
import { areasApi } from '#miniprogram/features/complaints/areas-api.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { AreaRow } from './area-row.tsx'

/** One pile, whole: the longest waiting first. */
export function PileList({ street, pile }: { readonly street: string; readonly pile: Pile }) {
  const list = useList(`street ${street} ${pile}`, (from) =>
    areasApi.ofStreet({ street, group: pile, limit: 30, ...from }),
  )
  return (
    <>
      <Loaded query={list.query}>
        {(cards) =>
          cards.length === 0 ? (
            <StateView title="这里没有投诉" note="有新的会出现在这里。" />
          ) : (
            <Card title="等得最久的在前">
              {cards.map((card) => (
                <AreaRow key={card.number} card={card} />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}

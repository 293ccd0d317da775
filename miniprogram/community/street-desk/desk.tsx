import type { AreaCard } from '#shared/complaints/lists-contract.ts'
import { isForAgenda, pileOf, PILES } from '#shared/complaints/rules/desk.ts'
import { areasApi } from '#miniprogram/features/complaints/areas-api.ts'
import { go } from '#miniprogram/features/pages.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { PILE_NAMES } from './area-words.ts'
import { AreaRow } from './area-row.tsx'

/** As many as are read at once; what lies beyond is in its pile all the same. */
const AT_ONCE = 100
const FIRST = 5

interface DeskProps {
  readonly street: string
  readonly name: string
}

/** What is due first, then every pile with how much lies in it. */
export function Desk({ street, name }: DeskProps) {
  const query = useQuery(`street ${street}`, () => areasApi.ofStreet({ street, limit: AT_ONCE }))
  return (
    <Loaded query={query}>
      {({ items, cursor }) =>
        items.length === 0 ? (
          <StateView
            title={`${name}现在没有上交的投诉`}
            note="物业逾期没办、上交的，或居民直接找街道的，会出现在这里。"
          />
        ) : (
          <>
            <FirstThings cards={items} />
            <Piles street={street} cards={items} isAll={cursor === undefined} />
          </>
        )
      }
    </Loaded>
  )
}

function FirstThings({ cards }: { readonly cards: readonly AreaCard[] }) {
  const due = cards.filter(({ dueAt, paused }) => dueAt !== undefined && paused !== true)
  const first = [...due].sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
  if (first.length === 0) return null
  return (
    <Card title="先办这些">
      {first.slice(0, FIRST).map((card) => (
        <AreaRow key={card.number} card={card} />
      ))}
    </Card>
  )
}

interface PilesProps {
  readonly street: string
  readonly cards: readonly AreaCard[]
  readonly isAll: boolean
}

function Piles({ street, cards, isAll }: PilesProps) {
  const now = useNow()
  const counted = (count: number): string => `${count} 件${isAll ? '' : '以上'}`
  const piles = PILES.map((pile) => ({
    pile,
    count: cards.filter((card) => pileOf(card, now) === pile).length,
  }))
  return (
    <Card title="全部上交的投诉">
      {piles
        .filter(({ count }) => count > 0 || !isAll)
        .map(({ pile, count }) => (
          <Row
            key={pile}
            id={`pile-${pile}`}
            title={PILE_NAMES[pile]}
            value={counted(count)}
            onPress={() => void go('streetDesk', { street, group: pile })}
          />
        ))}
      <Row
        id="agenda"
        title="联席会议议题"
        note="勾选后生成议程，可以复制发到群里"
        value={counted(cards.filter(isForAgenda).length)}
        onPress={() => void go('streetAgenda', { of: street })}
      />
    </Card>
  )
}

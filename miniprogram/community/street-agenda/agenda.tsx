import { useState } from 'react'
import type { AreaCard } from '#shared/complaints/lists-contract.ts'
import { areasApi } from '#miniprogram/features/complaints/areas-api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { copyText } from '#miniprogram/platform/private.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Prose } from '#miniprogram/platform/ui/prose.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { dueWords } from '../street-desk/area-words.ts'
import type { OfficeScope } from '../street-desk/office-only.tsx'
import { agendaText, itemsOf } from './agenda-text.ts'
import { TickRow } from '#miniprogram/features/tick-row.tsx'

interface AgendaProps {
  readonly scope: OfficeScope
  readonly of: string
  readonly name: string
}

const listOf = (scope: OfficeScope, of: string, from: { readonly cursor?: string }) => {
  const asked = { group: 'agenda', limit: 50, ...from } as const
  return scope === 'street'
    ? areasApi.ofStreet({ street: of, ...asked })
    : areasApi.ofDistrict({ district: of, ...asked })
}

/** Candidates by community and category, to be ticked into an agenda that goes out as text. */
export function Agenda({ scope, of, name }: AgendaProps) {
  const now = useNow()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const list = useList(`agenda ${scope} ${of}`, (from) => listOf(scope, of, from))
  const chosen = (list.query.data ?? []).filter(({ number }) => ticked.includes(number))
  const text = agendaText(name, chosen, now)
  const tick = (number: string): void =>
    setTicked((old) =>
      old.includes(number) ? old.filter((one) => one !== number) : [...old, number],
    )
  return (
    <>
      <Loaded query={list.query}>
        {(cards) =>
          cards.length === 0 ? (
            <StateView
              title="没有要上会的投诉"
              note="写明“本级确实无法解决”或“不属于本级职责”的，和等联席会议的，会出现在这里。"
            />
          ) : (
            <Candidates cards={cards} ticked={ticked} onTick={tick} />
          )
        }
      </Loaded>
      <More list={list} />
      {chosen.length > 0 && (
        <Card title="议程">
          <Prose>{text}</Prose>
        </Card>
      )}
      {(list.query.data ?? []).length > 0 && (
        <Action>
          <Button
            id="copy-agenda"
            off={chosen.length === 0 ? '先勾选要上会的' : undefined}
            onPress={() => copyText(text)}
          >
            {chosen.length === 0 ? '复制议程' : `复制议程（${chosen.length} 件）`}
          </Button>
        </Action>
      )}
    </>
  )
}

interface CandidatesProps {
  readonly cards: readonly AreaCard[]
  readonly ticked: readonly string[]
  readonly onTick: (number: string) => void
}

function Candidates({ cards, ticked, onTick }: CandidatesProps) {
  const now = useNow()
  return (
    <>
      {itemsOf(cards).map(({ title, cards: held }) => (
        <Card key={title} title={title}>
          {held.map((card) => (
            <TickRow
              key={card.number}
              id={`tick-${card.number}`}
              title={card.summary}
              note={`${WHY[card.finding ?? 'none']}。${dueWords(card, now)}`}
              isOn={ticked.includes(card.number)}
              onChange={() => onTick(card.number)}
            />
          ))}
        </Card>
      ))}
    </>
  )
}

const WHY = {
  WITHIN_REMIT_UNSOLVABLE: '本级确实无法解决',
  OUTSIDE_REMIT: '不属于本级职责',
  none: '已提交联席会议',
} as const

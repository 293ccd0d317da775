import { useState, type ComponentProps } from 'react'
import * as z from '#shared/kernel/zod.ts'
import type { MyHead, Vote } from '#shared/votes/contract.ts'
import { ItemChoice, type Choice } from '#shared/votes/terms.ts'
import { CHOICE_NAMES } from '#shared/votes/words.ts'
import type { Strokes } from '#shared/votes/signature.ts'
import { api } from '#miniprogram/platform/api.ts'
import { draftsOf, type Draft } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { BallotItem, ItemWords } from '#miniprogram/platform/ui/ballot-item.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Review } from './review.tsx'
import { Weight } from './weight.tsx'

interface BallotProps {
  readonly community: string
  readonly person: string
  readonly vote: Vote
  readonly head: MyHead
  readonly onCast: () => Promise<void>
}

const Choices = z.array(ItemChoice)
type Choices = z.infer<typeof Choices>

/**
 * Choose on every item, read it once more, sign where the rules ask for it, cast. What was chosen survives closing the
 * app until it is cast; a signature is drawn anew.
 */
export function Ballot({ community, person, vote, head, onCast }: BallotProps) {
  const drafts = draftsOf(person, `ballot:${vote.vote}:${head.head}`, Choices)
  const [draft, setDraft] = useState<Draft<Choices>>(() => drafts.list()[0] ?? drafts.begin([]))
  const [reviewing, setReviewing] = useState(false)
  const [strokes, setStrokes] = useState<Strokes>([])
  const signs = vote.casting?.signature === true
  const choices = choicesFor(head, draft.content)
  const cast = useAct(async () => {
    const ballot = { head: head.head, choices }
    const sent = { community, vote: vote.vote, ...ballot, ...(signs && { signature: strokes }) }
    await api.votes.cast(sent, { key: draft.key })
    drafts.remove(draft.id)
    await onCast()
  })
  const choose = (item: number, choice: Choice): void => {
    const content = [...draft.content.filter((one) => one.item !== item), { item, choice }]
    const changed = { ...draft, content: content.sort((a, b) => a.item - b.item) }
    setDraft(drafts.save(changed) ?? changed)
  }
  const open = vote.items.filter(({ item }) => on(choices, item) === undefined)

  if (reviewing) {
    return (
      <Review
        {...{ vote, head, cast, choices }}
        signing={signs ? { strokes, onChange: setStrokes } : undefined}
        onChange={() => setReviewing(false)}
        reload={onCast}
      />
    )
  }
  return (
    <>
      <Weight head={head} />
      {vote.items.map((item) => (
        <Card key={item.item} id={`item-${item.item}`}>
          <Answer
            item={item}
            told={on(head.actsFor?.choices, item.item)}
            choice={on(choices, item.item)}
            onChoose={(choice) => choose(item.item, choice)}
          />
        </Card>
      ))}
      <Action>
        <Button
          id="review"
          off={
            open.length === 0
              ? undefined
              : `第 ${open.map(({ item }) => item).join('、')} 项还没有选`
          }
          onPress={() => setReviewing(true)}
        >
          下一步：核对选票
        </Button>
      </Action>
    </>
  )
}

const on = (choices: readonly ItemChoice[] | undefined, item: number): Choice | undefined =>
  choices?.find((one) => one.item === item)?.choice

/** What the owner wrote down is said as written: there is nothing to choose. */
function choicesFor({ actsFor }: MyHead, chosen: Choices): Choices {
  const told = actsFor?.choices ?? []
  const free = chosen.filter(({ item }) => on(told, item) === undefined)
  return [...told, ...free].sort((a, b) => a.item - b.item)
}

interface AnswerProps extends ComponentProps<typeof BallotItem> {
  /** What the owner wants said, where somebody casts for them. */
  readonly told: Choice | undefined
}

const Answer = ({ told, ...asked }: AnswerProps) =>
  told === undefined ? (
    <BallotItem {...asked} />
  ) : (
    <>
      <ItemWords item={asked.item} />
      <Row title="业主在委托书上写明" note="照此投出，不能改选" value={CHOICE_NAMES[told]} />
    </>
  )

import { useState } from 'react'
import * as z from '#shared/kernel/zod.ts'
import type { MyHead, Vote } from '#shared/votes/contract.ts'
import { ItemChoice, type Choice } from '#shared/votes/terms.ts'
import type { Strokes } from '#shared/votes/signature.ts'
import { api } from '#miniprogram/platform/api.ts'
import { draftsOf, type Draft } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { BallotItem } from '#miniprogram/platform/ui/ballot-item.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
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
  const cast = useAct(async () => {
    const ballot = { head: head.head, choices: draft.content }
    const sent = { community, vote: vote.vote, ...ballot, ...(signs && { signature: strokes }) }
    await api.votes.cast(sent, { key: draft.key })
    drafts.remove(draft.id)
    await onCast()
  })
  const choiceOf = (item: number) => draft.content.find((one) => one.item === item)?.choice
  const choose = (item: number, choice: Choice): void => {
    const content = [...draft.content.filter((one) => one.item !== item), { item, choice }]
    const changed = { ...draft, content: content.sort((a, b) => a.item - b.item) }
    setDraft(drafts.save(changed) ?? changed)
  }
  const open = vote.items.filter(({ item }) => choiceOf(item) === undefined)

  if (reviewing) {
    return (
      <Review
        {...{ vote, head, cast }}
        choices={draft.content}
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
          <BallotItem
            item={item}
            choice={choiceOf(item.item)}
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

import { useState } from 'react'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { MyHead, Vote } from '#shared/votes/contract.ts'
import { CHOICE_NAMES } from '#shared/votes/words.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { weightOf } from '#miniprogram/features/votes/words.ts'
import { SignatureShown } from './signature-shown.tsx'

interface MyBallotsProps {
  readonly community: string
  readonly vote: Vote
}

/** What the person cast, shown to nobody else; or why nothing can be cast for a home. */
export const MyBallots = ({ community, vote }: MyBallotsProps) => (
  <>
    {vote.heads.map((head) =>
      head.ballot || head.blocked ? (
        <HeadCard key={head.head} community={community} vote={vote} head={head} />
      ) : null,
    )}
  </>
)

function HeadCard({ community, vote, head }: MyBallotsProps & { readonly head: MyHead }) {
  const now = useNow()
  const { ballot, blocked } = head
  const titleOf = (item: number) => vote.items.find((one) => one.item === item)?.title ?? ''
  return (
    <Card
      title={ballot ? '我的选票' : '这套房现在不能投'}
      aside={ballot && <Tag tone="jade">已收到</Tag>}
    >
      <Said>{weightOf(head)}</Said>
      {blocked && <Said>{blocked.detail}</Said>}
      {ballot?.choices.map(({ item, choice }) => (
        <Row key={item} title={`${item}. ${titleOf(item)}`} value={CHOICE_NAMES[choice]} />
      ))}
      {ballot && <Said>{`${formatTime(new Date(ballot.at), now)} 投出，只有您自己看得到。`}</Said>}
      {ballot?.signed && <MySignature community={community} vote={vote.vote} head={head.head} />}
    </Card>
  )
}

interface MySignatureProps {
  readonly community: string
  readonly vote: string
  readonly head: string
}

function MySignature(asked: MySignatureProps) {
  const [isOpen, setOpen] = useState(false)
  return isOpen ? (
    <AskedSignature {...asked} />
  ) : (
    <Button kind="quiet" id={`signature-${asked.head}`} onPress={() => setOpen(true)}>
      看我的签名
    </Button>
  )
}

function AskedSignature({ community, vote, head }: MySignatureProps) {
  const query = useQuery(`signature ${vote} ${head}`, () =>
    api.votes.mySignature({ community, vote, head }),
  )
  return (
    <Loaded query={query} cards={1}>
      {({ strokes }) => <SignatureShown head={head} strokes={strokes} />}
    </Loaded>
  )
}

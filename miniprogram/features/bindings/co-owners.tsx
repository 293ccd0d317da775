import type { Representation } from '#shared/bindings/views.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'

type CoOwner = Representation['owners'][number]

const nameOf = ({ name, mine }: CoOwner): string => (mine ? `${name}（我）` : name)

/** The name of the owner with that id; nothing where there is none. */
export const ownerName = (
  { owners }: Representation,
  member: string | undefined,
): string | undefined => owners.find((one) => one.member === member)?.name

/** Every owner of the home, who votes for all, and who has consented to the proposal. */
export function CoOwners({ representation }: { readonly representation: Representation }) {
  const { owners, representative, proposal } = representation
  return (
    <Card title={`共有人 ${owners.length} 位`}>
      {owners.map((owner) => (
        <Row
          key={owner.member}
          title={nameOf(owner)}
          note={owner.bound ? '已在手机上绑定' : '还没有在手机上绑定，要在纸上签字'}
          tag={
            <Standing owner={owner} isChosen={owner.member === representative} asks={!!proposal} />
          }
        />
      ))}
    </Card>
  )
}

interface StandingProps {
  readonly owner: CoOwner
  readonly isChosen: boolean
  readonly asks: boolean
}

function Standing({ owner, isChosen, asks }: StandingProps) {
  if (isChosen) return <Tag tone="jade">产权代表</Tag>
  if (!asks) return null
  return owner.consented ? <Tag tone="jade">已同意</Tag> : <Tag tone="amber">等他同意</Tag>
}

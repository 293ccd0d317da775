import type { VoteItem } from '#shared/votes/contract.ts'
import { ItemWords } from '#miniprogram/platform/ui/ballot-item.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'

/** What is voted on, to be read, with what passing takes. */
export const VoteItems = ({ items }: { readonly items: readonly VoteItem[] }) => (
  <>
    {items.map((item) => (
      <Card key={item.item}>
        <ItemWords item={item} />
      </Card>
    ))}
  </>
)

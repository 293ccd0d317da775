import { formatFen } from '#shared/kernel/money.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

/** What is owed for all homes of the person, with the way to the bills. */
export const Due = ({ fen }: { readonly fen: number }) => (
  <Card>
    <Row
      id="see-bills"
      title="物业费待缴"
      value={formatFen(fen)}
      onPress={() => void go('bills')}
    />
  </Card>
)

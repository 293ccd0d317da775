import type { Transfer } from '#shared/register/terms.ts'
import { TransferRow } from '#miniprogram/features/register/transfer-row.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'

interface TransfersProps {
  readonly transfers: readonly Transfer[]
}

/** Who it belonged to, and from which day on. */
export const Transfers = ({ transfers }: TransfersProps) =>
  transfers.length === 0 ? null : (
    <Card title="换过的业主" id="transfers">
      {transfers.map((one) => (
        <TransferRow key={one.transfer} transfer={one} isOfPage />
      ))}
    </Card>
  )

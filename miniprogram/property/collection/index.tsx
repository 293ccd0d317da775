import { Text } from '@tarojs/components'
import { formatDay } from '#shared/kernel/calendar.ts'
import { formatFen } from '#shared/kernel/money.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { grouped } from '#miniprogram/features/grouped.ts'
import { percent, periodWords } from '#miniprogram/features/fees/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'

export default function CollectionPage() {
  return (
    <Page title="物业费收费率">
      <SignedIn>{({ community }) => <Figures community={community} />}</SignedIn>
    </Page>
  )
}

function Figures({ community }: { readonly community: string }) {
  const now = useNow()
  const query = useQuery(`collection ${community}`, () => api.fees.collection({ community }))
  return (
    <Loaded query={query}>
      {({ asOf, billedFen, paidFen, billsDue, billsPaid, periods }) => (
        <>
          <Card title={`收费率 ${percent(paidFen, billedFen)}`}>
            <Text>{`截至 ${formatDay(asOf, now)}，已到期的账单 ${grouped(billsDue)} 张，缴清 ${grouped(billsPaid)} 张。`}</Text>
            <Row title="应收" value={formatFen(billedFen)} />
            <Row title="已收" value={formatFen(paidFen)} />
            <Row title="还差" value={formatFen(billedFen - paidFen)} />
          </Card>
          <Card title="按账期">
            {periods.map((period) => (
              <Row
                key={period.from}
                title={periodWords(period)}
                note={`应收 ${formatFen(period.billedFen)}，已收 ${formatFen(period.paidFen)}`}
                value={percent(period.paidFen, period.billedFen)}
              />
            ))}
          </Card>
        </>
      )}
    </Loaded>
  )
}

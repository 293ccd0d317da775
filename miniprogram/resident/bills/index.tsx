import { Text } from '@tarojs/components'
import { formatDay } from '#shared/kernel/calendar.ts'
import { formatFen } from '#shared/kernel/money.ts'
import type { Bill, Standard } from '#shared/fees/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import {
  BILL_WORDS,
  factorsOf,
  periodWords,
  ROUNDING_WORDS,
} from '#miniprogram/features/fees/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { MoneyLine } from '#miniprogram/platform/ui/money-line.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'

export default function BillsPage() {
  return (
    <Page title="物业费账单">
      <SignedIn>{({ community }) => <Bills community={community} />}</SignedIn>
    </Page>
  )
}

function Bills({ community }: { readonly community: string }) {
  const query = useQuery(`bills ${community}`, async () => {
    const [bills, standards] = await Promise.all([
      api.fees.mine({ community, limit: 100 }),
      api.fees.standards({ community }),
    ])
    return { ...bills, standards: standards.items }
  })
  return (
    <Loaded query={query}>
      {({ items, dueFen, standards }) => (
        <>
          <Card title={dueFen === 0 ? '没有欠费' : `待缴合计 ${formatFen(dueFen)}`}>
            <Text>
              {dueFen === 0
                ? '所有账单都已缴清。'
                : '请到物业服务中心或通过原有渠道缴费，缴费后这里会更新。'}
            </Text>
          </Card>
          {items.length === 0 && <StateView title="还没有账单" note="出账后会列在这里。" />}
          {items.map((bill) => (
            <BillCard
              key={bill.bill}
              bill={bill}
              standard={standards.find(({ id }) => id === bill.standard)}
            />
          ))}
        </>
      )}
    </Loaded>
  )
}

function BillCard({ bill, standard }: { bill: Bill; standard: Standard | undefined }) {
  const now = useNow()
  const { word, tone } = BILL_WORDS[bill.state]
  return (
    <Card title={`${bill.unit} · ${periodWords(bill)}`} aside={<Tag tone={tone}>{word}</Tag>}>
      <MoneyLine
        factors={factorsOf(bill, standard)}
        amount={formatFen(bill.amountFen)}
        rounding={ROUNDING_WORDS[bill.rounding]}
      />
      <Row title="已缴" value={formatFen(bill.paidFen)} />
      {bill.state !== 'paid' && (
        <Row
          title="还要缴"
          note={`最迟 ${formatDay(bill.dueOn, now)}`}
          value={formatFen(bill.amountFen - bill.paidFen)}
        />
      )}
      {bill.payments.map(({ on, amountFen, channel }) => (
        <Row
          key={`${on}${amountFen}`}
          title={`${formatDay(on, now)} 缴费`}
          note={channel}
          value={formatFen(amountFen)}
        />
      ))}
    </Card>
  )
}

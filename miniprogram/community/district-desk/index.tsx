import { useRouter } from '@tarojs/taro'
import type { AreaCard } from '#shared/complaints/lists-contract.ts'
import { areasApi } from '#miniprogram/features/complaints/areas-api.ts'
import { go } from '#miniprogram/features/pages.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { AreaRow } from '../street-desk/area-row.tsx'
import { OfficeOnly } from '../street-desk/office-only.tsx'

/** What came up to the district, which has to act on it; then what each street let pass. */
export default function DistrictDeskPage() {
  const { district } = useRouter().params
  return (
    <Page title="区县工作台">
      <OfficeOnly scope="district" of={district}>
        {({ of, place }) => <Desk district={of} name={place} />}
      </OfficeOnly>
    </Page>
  )
}

interface DeskProps {
  readonly district: string
  readonly name: string
}

function Desk({ district, name }: DeskProps) {
  const list = useList(`district ${district}`, (from) =>
    areasApi.ofDistrict({ district, limit: 50, ...from }),
  )
  return (
    <>
      <Loaded query={list.query}>
        {(cards) =>
          cards.length === 0 ? (
            <StateView
              title={`${name}现在没有要看的投诉`}
              note="街道逾期没办的，和上交到区级联席会议的，会出现在这里。"
            />
          ) : (
            <Both cards={cards} district={district} />
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}

function Both({
  cards,
  district,
}: {
  readonly cards: readonly AreaCard[]
  readonly district: string
}) {
  const isUp = ({ level }: AreaCard): boolean => level === 'district'
  return (
    <>
      <Pile title="上交到区县的" cards={cards.filter(isUp)} />
      <Card>
        <Row
          id="agenda"
          title="区级联席会议议题"
          note="勾选后生成议程，可以复制发到群里"
          onPress={() => void go('streetAgenda', { scope: 'district', of: district })}
        />
      </Card>
      {byStreet(cards.filter((card) => !isUp(card))).map(([street, late]) => (
        <Pile key={street} title={`${street}逾期没办的`} cards={late} />
      ))}
    </>
  )
}

/** The street that let most pass first. */
function byStreet(cards: readonly AreaCard[]): readonly (readonly [string, readonly AreaCard[]])[] {
  const streets = [...new Set(cards.map(({ streetName = '街道' }) => streetName))]
  return streets
    .map(
      (street) => [street, cards.filter((card) => (card.streetName ?? '街道') === street)] as const,
    )
    .sort(([, a], [, b]) => b.length - a.length)
}

const Pile = ({ title, cards }: { readonly title: string; readonly cards: readonly AreaCard[] }) =>
  cards.length === 0 ? null : (
    <Card title={`${title} ${cards.length} 件`}>
      {cards.map((card) => (
        <AreaRow key={card.number} card={card} />
      ))}
    </Card>
  )

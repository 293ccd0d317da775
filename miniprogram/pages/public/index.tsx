import { isResultPublic } from '#shared/votes/rules/life.ts'
import { Text } from '@tarojs/components'
import { formatDay } from '#shared/kernel/calendar.ts'
import { formatRate } from '#shared/kernel/money.ts'
import type { Standard } from '#shared/fees/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { ROUNDING_WORDS } from '#miniprogram/features/fees/words.ts'
import { NoticeRow } from '#miniprogram/features/notices/notice-row.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { RegisterEntry } from '#miniprogram/features/register/register-entry.tsx'
import { VoteRow } from '#miniprogram/features/votes/vote-row.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

export default function Public() {
  return (
    <Page title="公开" tab>
      <SignedIn>{(identity) => <Published {...identity} />}</SignedIn>
    </Page>
  )
}

/** What everybody of the community may know: prices and what they include, results, the accounts published. */
const Published = ({ community, hat, membership }: Identity) => (
  <>
    <Place community={community} />
    {(hat === 'property' || hat === 'committee') && (
      <Button kind="plain" id="see-collection" onPress={() => go('collection')}>
        看物业费收费率
      </Button>
    )}
    {hat !== 'resident' && <RegisterEntry roles={membership.roles} />}
    <Standards community={community} />
    <Accounts community={community} />
    <Results community={community} />
  </>
)

interface Where {
  readonly community: string
}

function Place({ community }: Where) {
  const place = useQuery(`community ${community}`, () => api.communities.get({ community }))
  return (
    <Loaded query={place} cards={1}>
      {({ name, propertyCompany, streetName, profile }) => (
        <Card title={name}>
          <Row title="物业公司" value={propertyCompany} />
          <Row title="所属街道" value={streetName} />
          <Row
            title="表决规则"
            note={profile.fictitious ? `${profile.name}。真实省份的规则不同。` : profile.name}
          />
        </Card>
      )}
    </Loaded>
  )
}

function Standards({ community }: Where) {
  const standards = useQuery(`standards ${community}`, () => api.fees.standards({ community }))
  return (
    <Loaded query={standards} cards={1}>
      {({ items }) =>
        items.length === 0 ? (
          <StateView title="还没有公布收费标准" />
        ) : (
          items.map((standard) => <StandardCard key={standard.id} standard={standard} />)
        )
      }
    </Loaded>
  )
}

function Accounts({ community }: Where) {
  const notices = useQuery(`notices ${community}`, () => api.notices.list({ community, limit: 50 }))
  return (
    <Card title="收支公示">
      <Loaded query={notices} cards={1}>
        {({ items }) => {
          const accounts = items.filter(({ category }) => category === 'finance')
          return accounts.length === 0 ? (
            <StateView title="还没有公布收支" />
          ) : (
            accounts.map((card) => <NoticeRow key={card.notice} card={card} />)
          )
        }}
      </Loaded>
    </Card>
  )
}

function Results({ community }: Where) {
  const votes = useQuery(`votes ${community}`, () => api.votes.list({ community, limit: 50 }))
  return (
    <Card title="表决结果">
      <Loaded query={votes} cards={1}>
        {({ items }) => {
          const counted = items.filter(isResultPublic)
          return counted.length === 0 ? (
            <StateView title="还没有表决结果" />
          ) : (
            counted.map((card) => <VoteRow key={card.vote} card={card} />)
          )
        }}
      </Loaded>
    </Card>
  )
}

function StandardCard({ standard }: { readonly standard: Standard }) {
  const now = useNow()
  return (
    <Card title={standard.name}>
      <Row title="单价" value={`${formatRate(standard.rate)} 元/㎡·月`} />
      <Row title="服务等级" value={standard.grade} />
      <Text>{`包含：${standard.includes.join('、')}`}</Text>
      <Row title="怎么取整" note={ROUNDING_WORDS[standard.rounding]} />
      <Row
        title="依据"
        note={`${standard.source}，自 ${formatDay(standard.validFrom, now)} 起执行`}
      />
    </Card>
  )
}

import type { Identity } from '#miniprogram/platform/identity.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { NoticeRow } from '#miniprogram/features/notices/notice-row.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { VoteRow } from '#miniprogram/features/votes/vote-row.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { useList } from '#miniprogram/platform/use-list.ts'

export default function Affairs() {
  return (
    <Page title="议事" tab>
      <SignedIn>{(identity) => <Lists {...identity} />}</SignedIn>
    </Page>
  )
}

const sideOf = (hat: Identity['hat']) => (hat === 'committee' || hat === 'office' ? hat : undefined)

function Lists({ community, hat }: Identity) {
  const votes = useQuery(`votes ${community}`, () => api.votes.list({ community, limit: 20 }))
  const notices = useList(`notices ${community}`, (cursor) =>
    api.notices.list({ community, limit: 20, ...cursor }),
  )
  return (
    <>
      {hat === 'committee' && (
        <Button kind="plain" id="draft-vote" onPress={() => go('voteDraft')}>
          拟一次表决
        </Button>
      )}
      <Card title="表决">
        <Loaded query={votes} cards={1}>
          {({ items }) =>
            items.length === 0 ? (
              <StateView title="还没有表决" note="有表决时，这里会提前公告议题和时间。" />
            ) : (
              items.map((card) => <VoteRow key={card.vote} card={card} side={sideOf(hat)} />)
            )
          }
        </Loaded>
      </Card>
      {hat !== 'property' && (
        <Button
          kind="plain"
          id="petitions"
          onPress={() => go(hat === 'resident' ? 'petitions' : 'petitionDesk')}
        >
          业主联名
        </Button>
      )}
      {(hat === 'committee' || hat === 'property') && (
        <Button
          kind="plain"
          id="publish-notice"
          onPress={() => go(hat === 'committee' ? 'publishAsCommittee' : 'publishAsProperty')}
        >
          发布公告
        </Button>
      )}
      <Card title="公告">
        <Loaded query={notices.query} cards={2}>
          {(items) =>
            items.length === 0 ? (
              <StateView title="还没有公告" />
            ) : (
              items.map((card) => <NoticeRow key={card.notice} card={card} />)
            )
          }
        </Loaded>
        <More list={notices} />
      </Card>
    </>
  )
}

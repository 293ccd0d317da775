import type { Role } from '#shared/kernel/permissions.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { DemoRibbon } from '#miniprogram/features/demo-ribbon.tsx'
import { EmergencyEntry } from '#miniprogram/features/emergencies/emergency-entry.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { RegisterEntry } from '#miniprogram/features/register/register-entry.tsx'
import { VoteRow } from '#miniprogram/features/votes/vote-row.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Block } from './block.tsx'
import { votesInHand } from './concerns.ts'
import { ShortList } from './short-list.tsx'
import { WaitingClaims } from './waiting-claims.tsx'
import { WaitingCorrections } from './waiting-corrections.tsx'

interface SideProps {
  readonly community: string
  readonly roles: readonly Role[]
}

/** Votes under way with what comes next, and the two things a committee begins. */
export function CommitteeHome({ community, roles }: SideProps) {
  const votes = useQuery(`home votes ${community}`, () => api.votes.list({ community, limit: 20 }))
  return (
    <>
      <DemoRibbon community={community} isTurn={!votes.waiting} />
      <Block name="表决" query={votes}>
        {({ items }) =>
          votesInHand(items).length === 0 ? (
            <StateView title="没有进行中的表决" note="需要业主共同决定的事，可以拟一次表决。" />
          ) : (
            <ShortList title="进行中的表决" all={votesInHand(items)} seeAll="affairs" unit="次表决">
              {(card) => <VoteRow key={card.vote} card={card} side="committee" />}
            </ShortList>
          )
        }
      </Block>
      <WaitingClaims community={community} roles={roles} />
      <WaitingCorrections community={community} roles={roles} />
      <EmergencyEntry />
      <RegisterEntry roles={roles} />
      <Button kind="plain" id="draft-vote" onPress={() => go('voteDraft')}>
        拟一次表决
      </Button>
      <Button kind="plain" id="publish-notice" onPress={() => go('publishAsCommittee')}>
        发布公告
      </Button>
    </>
  )
}

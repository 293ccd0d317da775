import { useRouter } from '@tarojs/taro'
import type { Vote } from '#shared/votes/contract.ts'
import { isTimeForMandates } from '#shared/votes/mandates/rules.ts'
import { api } from '#miniprogram/platform/api.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { Accept } from './accept.tsx'
import { Given } from './given.tsx'
import { Give } from './give.tsx'
import { Held } from './held.tsx'

export default function VoteMandatePage() {
  const { vote = '' } = useRouter().params
  return (
    <Page title="委托投票">
      <SignedIn>{({ community }) => <Asked community={community} vote={vote} />}</SignedIn>
    </Page>
  )
}

async function load(community: string, vote: string) {
  const [found, mandates] = await Promise.all([
    api.votes.get({ community, vote }),
    deskApi.myMandates({ community, vote }),
  ])
  return { found, ...mandates }
}

function Asked({ community, vote }: { readonly community: string; readonly vote: string }) {
  const query = useQuery(`mandates ${vote}`, () => load(community, vote))
  return (
    <Loaded query={query}>
      {({ found, given, held, opinion }) => (
        <>
          <Card title={found.title}>
            <Row
              title="请人代投要有书面委托"
              note="在这里办理的委托就是书面委托（《物业管理条例》第十二条、《民法典》第四百六十九条），只用于这一次表决。"
            />
          </Card>
          {given
            .filter(({ state }) => state !== 'ended')
            .map((one) => (
              <Given
                key={one.mandate}
                community={community}
                vote={found}
                mandate={one}
                onDone={query.reload}
              />
            ))}
          {held.map((one) => (
            <Held
              key={one.mandate}
              community={community}
              vote={found}
              mandate={one}
              onDone={query.reload}
            />
          ))}
          <Begin
            community={community}
            vote={found}
            needsOpinion={opinion === 'required'}
            onDone={query.reload}
          />
        </>
      )}
    </Loaded>
  )
}

interface BeginProps {
  readonly community: string
  readonly vote: Vote
  readonly needsOpinion: boolean
  readonly onDone: () => Promise<void>
}

/** What may be given or taken on now: nothing before the roll is fixed, nothing after the close. */
function Begin({ community, vote, needsOpinion, onDone }: BeginProps) {
  const now = useNow()
  if (!isTimeForMandates(vote, now).ok) {
    return <NoticeBar tone="blue">名册冻结以后、投票截止以前可以办理委托，现在不能办理。</NoticeBar>
  }
  const free = vote.heads.filter(
    ({ mandate, actsFor, ballot }) =>
      !actsFor && !ballot && (mandate === undefined || mandate.state === 'ended'),
  )
  return (
    <>
      {free.map((head) => (
        <Give key={head.head} {...{ community, vote, head, needsOpinion, onDone }} />
      ))}
      <Accept community={community} vote={vote.vote} onDone={onDone} />
    </>
  )
}

import { useRouter } from '@tarojs/taro'
import { can } from '#shared/kernel/permissions.ts'
import type { Vote } from '#shared/votes/contract.ts'
import type { ObjectionAbout } from '#shared/votes/objections.ts'
import { ObjectionCard } from '#miniprogram/features/votes/objection-card.tsx'
import { ABOUT_NAMES, aboutOf, waitingFirst } from '#miniprogram/features/votes/objections-of.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { ObjectForm } from './object-form.tsx'

/** What was objected to the roll or to the result, with the answers; an owner adds theirs while the window is open. */
export default function VoteObjectionsPage() {
  const { vote = '', about } = useRouter().params
  return (
    <Page title={`对${ABOUT_NAMES[aboutOf(about)]}的异议`}>
      <Permitted to="vote:read">
        {(identity) => <Objections {...identity} vote={vote} about={aboutOf(about)} />}
      </Permitted>
    </Page>
  )
}

interface ObjectionsProps extends Identity {
  readonly vote: string
  readonly about: ObjectionAbout
}

function Objections({ community, person, membership, vote, about }: ObjectionsProps) {
  const asked = useQuery(`vote ${vote}`, () => api.votes.get({ community, vote }))
  const list = useQuery(`objections ${vote} ${about}`, () =>
    deskApi.objections({ community, vote, about }),
  )
  const now = useNow()
  const objects = can(membership.roles, 'vote:object')
  return (
    <Loaded query={asked}>
      {(found) => (
        <>
          {!objects && (
            <NoticeBar tone="blue">只有本小区的业主能提异议。别人提的和答复都可以看。</NoticeBar>
          )}
          {objects && isOpen(found, about, now) && (
            <ObjectForm
              {...{ community, person, about }}
              vote={found}
              homes={membership.homes}
              onDone={list.reload}
            />
          )}
          {objects && !isOpen(found, about, now) && (
            <NoticeBar tone="blue">
              {`现在不是对${ABOUT_NAMES[about]}提异议的时间。有疑问请联系业委会或社区。`}
            </NoticeBar>
          )}
          <Loaded query={list}>
            {({ objections }) =>
              objections.length === 0 ? (
                <StateView
                  title="还没有人提异议"
                  note="提出的异议和答复会公布在这里，不写是谁提的。"
                />
              ) : (
                waitingFirst(objections).map((one) => (
                  <ObjectionCard key={one.objection} objection={one} />
                ))
              )
            }
          </Loaded>
        </>
      )}
    </Loaded>
  )
}

/** As the server decides: the state, and the window's end by the clock. */
function isOpen(
  { state, published, resultUntil }: Vote,
  about: ObjectionAbout,
  now: Date,
): boolean {
  const until = about === 'roll' ? published?.until : resultUntil
  const isInState = state === (about === 'roll' ? 'roll_published' : 'result_published')
  return isInState && until !== undefined && now.getTime() < Date.parse(until)
}

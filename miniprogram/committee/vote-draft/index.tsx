import type { ReactNode } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import type { Vote } from '#shared/votes/contract.ts'
import { canRedraft } from '#shared/votes/rules/conducting.ts'
import { api } from '#miniprogram/platform/api.ts'
import { now } from '#miniprogram/platform/clock.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { PAGES } from '#miniprogram/features/pages.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { rulesOf, type KnownRules } from '../rules-of.ts'
import { RulesUnknown } from '../rules-unknown.tsx'
import { DraftForm } from './draft-form.tsx'
import { Noticed } from './noticed.tsx'
import { EMPTY, Form, formAsked, formOf } from './form.ts'

export default function VoteDraftPage() {
  const { vote, petition } = useRouter().params
  return (
    <Page title={vote === undefined ? '拟表决' : '修改表决'}>
      <Permitted to="vote:conduct">
        {(identity) =>
          vote !== undefined ? (
            <OldVote {...identity} vote={vote} />
          ) : petition !== undefined ? (
            <AskedVote {...identity} petition={petition} />
          ) : (
            <NewVote {...identity} start={EMPTY} />
          )
        }
      </Permitted>
    </Page>
  )
}

const conductPage = (vote: string): string => `${PAGES.voteConduct}?vote=${vote}`

interface NewVoteProps extends Identity {
  readonly start: Form
  /** Whose words it starts from, where it is not a blank page. */
  readonly from?: string
}

function NewVote({ person, community, start, from }: NewVoteProps) {
  const kind = from === undefined ? `vote:${community}` : `vote:${community}:${from}`
  const query = useQuery(`community ${community}`, () => api.communities.get({ community }))
  return (
    <Loaded query={query}>
      {({ profile }) => (
        <Ruled rules={rulesOf(profile)}>
          {(rules) => (
            <DraftForm
              community={community}
              rules={rules}
              drafts={draftsOf(person, kind, Form)}
              start={start}
              save={async (wording, key) => {
                const { vote } = await api.votes.draft({ community, ...wording }, { key })
                return vote
              }}
              onSaved={(vote) => Taro.redirectTo({ url: conductPage(vote) })}
            />
          )}
        </Ruled>
      )}
    </Loaded>
  )
}

/** Owners have asked for it: in their words, for the committee to put to the vote. */
function AskedVote({ petition, ...identity }: Identity & { readonly petition: string }) {
  const { community } = identity
  const query = useQuery(`petition ${petition}`, () => deskApi.petition({ community, petition }))
  return (
    <Loaded query={query}>
      {(asked) => (
        <>
          <NoticeBar tone="blue">
            名称和内容照业主的联名填好了。请改成业主可以表态“同意”或“反对”的议题，再选事项。
          </NoticeBar>
          <NewVote {...identity} start={formAsked(asked)} from={petition} />
        </>
      )}
    </Loaded>
  )
}

function OldVote({ person, community, vote }: Identity & { readonly vote: string }) {
  const query = useQuery(`vote ${vote}`, () => api.votes.get({ community, vote }))
  return (
    <Loaded query={query}>
      {(found) =>
        canRedraft(found, now()).ok ? (
          <Noticed vote={found}>
            <Ruled rules={rulesOf(found.profile)}>
              {(rules) => (
                <DraftForm
                  community={community}
                  fixedScope={fixedScopeOf(found)}
                  rules={rules}
                  drafts={draftsOf(person, `vote:${vote}`, Form)}
                  start={formOf(found)}
                  save={async (wording) => {
                    await api.votes.redraft({ community, vote, ...wording })
                    return vote
                  }}
                  onSaved={leaveTo}
                  saveWord={SAVE_WORDS[found.state] ?? '保存修改'}
                />
              )}
            </Ruled>
          </Noticed>
        ) : (
          <StateView
            title="这次表决不能再改了"
            note="投票开始以后，表决的内容就不能再改。要改，只能取消后重新拟一次。"
            act={{
              word: '看这次表决',
              onPress: () => Taro.redirectTo({ url: conductPage(vote) }),
            }}
          />
        )
      }
    </Loaded>
  )
}

const SAVE_WORDS: Readonly<Partial<Record<Vote['state'], string>>> = {
  draft: '保存草稿',
  noticed: '保存，并收回公告',
}

/** A draft is changed from the page that conducts it: back there, not a second one on top. */
const leaveTo = (vote: string): Promise<unknown> =>
  Taro.getCurrentPages().length > 1
    ? Taro.navigateBack()
    : Taro.redirectTo({ url: conductPage(vote) })

/** Once there is a roll, its owners were told that they are asked. */
const fixedScopeOf = ({ state, scope }: Vote): string | undefined =>
  state === 'draft' ? undefined : (scope?.sentence ?? '全小区的业主投票。')

interface RuledProps {
  readonly rules: KnownRules | undefined
  readonly children: (rules: KnownRules) => ReactNode
}

const Ruled = ({ rules, children }: RuledProps) => (rules ? children(rules) : <RulesUnknown />)

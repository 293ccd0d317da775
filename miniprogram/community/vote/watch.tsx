import { useState } from 'react'
import { can, type Role } from '#shared/kernel/permissions.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { isResultPublic } from '#shared/votes/rules/life.ts'
import { go } from '#miniprogram/features/pages.ts'
import { ConfirmCount } from '#miniprogram/features/votes/confirm-count.tsx'
import { NextCard } from '#miniprogram/features/votes/next-card.tsx'
import { DeskRows } from '#miniprogram/features/votes/desk-rows.tsx'
import { OnRecord } from '#miniprogram/features/votes/on-record.tsx'
import { ProfileBar } from '#miniprogram/features/votes/profile-bar.tsx'
import { RollRows } from '#miniprogram/features/votes/roll-rows.tsx'
import { SilenceCard } from '#miniprogram/features/votes/silence-card.tsx'
import { VoteClock } from '#miniprogram/features/votes/vote-clock.tsx'
import { VoteItems } from '#miniprogram/features/votes/vote-items.tsx'
import { hasVoted, STATE_WORDS, turnoutAxes } from '#miniprogram/features/votes/words.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { TwoAxisBar } from '#miniprogram/platform/ui/two-axis-bar.tsx'
import { AnnulForm } from './annul-form.tsx'
import { Disputes } from './disputes.tsx'

export interface WatchProps {
  readonly community: string
  readonly person: string
  readonly roles: readonly Role[]
  readonly vote: Vote
  readonly onDone: (vote: Vote) => void
  readonly reload: () => Promise<void>
}

const DECIDED: readonly Vote['state'][] = ['result_published', 'final', 'filed', 'executed']

/** Where the vote stands, and what the office has to do with it. */
export function Watch(props: WatchProps) {
  const { community, roles, vote, onDone } = props
  const [doing, setDoing] = useState<'confirm' | 'annul'>()
  const done = (next: Vote): void => {
    setDoing(undefined)
    onDone(next)
  }
  const back = (): void => setDoing(undefined)
  if (doing === 'confirm') {
    return (
      <ConfirmCount
        {...{ community, onBack: back, onDone: done }}
        vote={vote.vote}
        office="community"
      />
    )
  }
  if (doing === 'annul') return <AnnulForm {...props} onDone={done} onBack={back} />
  const mayAnnul =
    can(roles, 'vote:annul') && DECIDED.includes(vote.state) && vote.mode !== 'advisory'
  return (
    <>
      <Facts vote={vote} />
      {can(roles, 'vote:dispute') && <Disputes {...props} />}
      {mayAnnul && (
        <Button kind="danger" id="annul" onPress={() => setDoing('annul')}>
          登记撤销
        </Button>
      )}
      {isResultPublic(vote) && (
        <Button kind="plain" id="see-result" onPress={() => go('voteResult', { vote: vote.vote })}>
          看结果
        </Button>
      )}
      <Confirming vote={vote} roles={roles} onPress={() => setDoing('confirm')} />
    </>
  )
}

const Facts = ({ vote }: { readonly vote: Vote }) => (
  <>
    <ProfileBar profile={vote.profile} modeSentence={vote.modeSentence} />
    <Card
      title={vote.title}
      aside={<Tag tone={STATE_WORDS[vote.state].tone}>{STATE_WORDS[vote.state].word}</Tag>}
    >
      <VoteClock vote={vote} />
    </Card>
    <NextCard vote={vote} />
    {vote.turnout && hasVoted(vote) && (
      <Card title="参与情况">
        <TwoAxisBar {...turnoutAxes(vote.turnout)} />
      </Card>
    )}
    <DeskRows vote={vote} />
    <OnRecord vote={vote} />
    <RollRows vote={vote} objections="voteObjections" />
    <VoteItems items={vote.items} />
    <SilenceCard silence={vote.silence} />
  </>
)

interface ConfirmingProps {
  readonly vote: Vote
  readonly roles: readonly Role[]
  readonly onPress: () => void
}

/** Offered to the community's officer while the count waits for its two looks. */
function Confirming({ vote, roles, onPress }: ConfirmingProps) {
  const isAsked = vote.state === 'closed' && vote.mode !== 'advisory'
  if (!isAsked || !roles.includes('community')) return null
  const isDone = vote.confirmations?.some(({ office }) => office === 'community') === true
  const waits = vote.next.act === 'confirm_count' ? undefined : vote.next.missing[0]
  return (
    <Action>
      <Button id="confirm" off={isDone ? '社区已经确认，等业委会核对' : waits} onPress={onPress}>
        核对计票结果
      </Button>
    </Action>
  )
}

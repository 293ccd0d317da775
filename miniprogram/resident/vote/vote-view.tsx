import { isResultPublic } from '#shared/votes/rules/life.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { NextCard } from '#miniprogram/features/votes/next-card.tsx'
import { OnRecord } from '#miniprogram/features/votes/on-record.tsx'
import { RollRows } from '#miniprogram/features/votes/roll-rows.tsx'
import { SilenceCard } from '#miniprogram/features/votes/silence-card.tsx'
import { hasVoted, STATE_WORDS, turnoutAxes } from '#miniprogram/features/votes/words.ts'
import { ProfileBar } from '#miniprogram/features/votes/profile-bar.tsx'
import { VoteClock } from '#miniprogram/features/votes/vote-clock.tsx'
import { VoteItems } from '#miniprogram/features/votes/vote-items.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { TwoAxisBar } from '#miniprogram/platform/ui/two-axis-bar.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Ballot } from './ballot.tsx'
import { MandateRow } from './mandate-row.tsx'
import { MyBallots } from './my-ballots.tsx'

interface VoteViewProps {
  readonly community: string
  readonly person: string
  readonly vote: Vote
  readonly reload: () => Promise<void>
}

/** A vote as somebody sees it who does not conduct it: what it is, who took part, and the ballot while one may cast. */
export function VoteView({ community, person, vote, reload }: VoteViewProps) {
  const next = vote.heads.find(({ ballot, blocked }) => !ballot && !blocked)
  const { word, tone } = STATE_WORDS[vote.state]
  return (
    <>
      <ProfileBar profile={vote.profile} modeSentence={vote.modeSentence} />
      <Card title={vote.title} aside={<Tag tone={tone}>{word}</Tag>}>
        <VoteClock vote={vote} />
        {vote.scope && <Said>{vote.scope.sentence}</Said>}
      </Card>
      {vote.turnout && hasVoted(vote) && (
        <Card title="参与情况">
          <TwoAxisBar {...turnoutAxes(vote.turnout)} />
        </Card>
      )}
      <MyBallots community={community} vote={vote} />
      <Keeping vote={vote} />
      {vote.whyNot && <NoticeBar tone="blue">{vote.whyNot.detail}</NoticeBar>}
      <OnRecord vote={vote} />
      <SilenceCard silence={vote.silence} />
      {!next && <VoteItems items={vote.items} />}
      {!next && <NextCard vote={vote} />}
      <MandateRow vote={vote} />
      <RollRows vote={vote} objections="voteObjections" />
      {next && (
        <Ballot
          key={next.head}
          community={community}
          person={person}
          vote={vote}
          head={next}
          onCast={reload}
        />
      )}
      {isResultPublic(vote) && (
        <Action>
          <Button id="see-result" onPress={() => go('voteResult', { vote: vote.vote })}>
            看结果
          </Button>
        </Action>
      )}
    </>
  )
}

const Keeping = ({ vote }: { readonly vote: Vote }) => (
  <>
    {vote.removedAt !== undefined && (
      <NoticeBar tone="blue">选票和表决名册已过保存期，都已删除。合计结果仍可以看。</NoticeBar>
    )}
    {vote.disputes?.some(({ ended }) => ended === undefined) && (
      <NoticeBar tone="blue">这次表决有争议还没有了结，选票和名册保存到了结为止。</NoticeBar>
    )}
  </>
)

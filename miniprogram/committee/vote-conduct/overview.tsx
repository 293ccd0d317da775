import type { Vote } from '#shared/votes/contract.ts'
import { isResultPublic } from '#shared/votes/rules/life.ts'
import { canAct, canRedraft, isPublic } from '#shared/votes/rules/conducting.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { go } from '#miniprogram/features/pages.ts'
import { DeskRows } from '#miniprogram/features/votes/desk-rows.tsx'
import { NextCard } from '#miniprogram/features/votes/next-card.tsx'
import { OnRecord } from '#miniprogram/features/votes/on-record.tsx'
import { ProfileBar } from '#miniprogram/features/votes/profile-bar.tsx'
import { RollRows } from '#miniprogram/features/votes/roll-rows.tsx'
import { SilenceCard } from '#miniprogram/features/votes/silence-card.tsx'
import { VoteClock } from '#miniprogram/features/votes/vote-clock.tsx'
import { VoteItems } from '#miniprogram/features/votes/vote-items.tsx'
import { STATE_WORDS, turnoutAxes } from '#miniprogram/features/votes/words.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { TwoAxisBar } from '#miniprogram/platform/ui/two-axis-bar.tsx'
import type { Doing } from './step.ts'
import { GateCard } from './gate-card.tsx'
import { nextAct } from './next-act.ts'
import { RollCard } from './roll-card.tsx'

interface OverviewProps {
  readonly vote: Vote
  readonly onStep: (step: Doing) => void
}

const HAS_TURNOUT: readonly Vote['state'][] = ['open', 'closed']

/** State and what comes next first, then who took part, what is asked, and who counts how much. */
export function Overview({ vote, onStep }: OverviewProps) {
  const { word, tone } = STATE_WORDS[vote.state]
  return (
    <>
      <ProfileBar profile={vote.profile} modeSentence={vote.modeSentence} />
      <Card title={vote.title} aside={<Tag tone={tone}>{word}</Tag>}>
        <VoteClock vote={vote} />
      </Card>
      <NextCard vote={vote} />
      {vote.turnout && HAS_TURNOUT.includes(vote.state) && (
        <Card title="参与情况">
          <TwoAxisBar {...turnoutAxes(vote.turnout)} />
        </Card>
      )}
      <DeskRows vote={vote} />
      <GateCard vote={vote} onRecord={() => onStep('gate')} />
      <OnRecord vote={vote} />
      <RollRows vote={vote} objections="voteAnswers" />
      <VoteItems items={vote.items} />
      <SilenceCard silence={vote.silence} />
      {vote.roll && <RollCard roll={vote.roll} />}
      <OtherActs vote={vote} onStep={onStep} />
      <NextAct vote={vote} onStep={onStep} />
    </>
  )
}

function OtherActs({ vote, onStep }: OverviewProps) {
  const now = useNow()
  const correctsOfficial = vote.mode === 'official_external' && vote.next.act === 'confirm_count'
  const executesEarly = vote.state === 'final' && vote.mode !== 'advisory'
  return (
    <>
      {canRedraft(vote, now).ok && (
        <Button kind="plain" id="redraft" onPress={() => go('voteDraft', { vote: vote.vote })}>
          {vote.state === 'draft' ? '修改草稿' : '修改内容'}
        </Button>
      )}
      {isPublic(vote) && (
        <Button kind="plain" id="as-resident" onPress={() => go('vote', { vote: vote.vote })}>
          看业主看到的页面
        </Button>
      )}
      {correctsOfficial && (
        <Button kind="plain" id="official" onPress={() => onStep('official')}>
          更正官方结果
        </Button>
      )}
      {executesEarly && (
        <Button kind="plain" id="execute" onPress={() => onStep('execute')}>
          登记执行
        </Button>
      )}
      {canAct('cancel', vote, now).ok && (
        <Button kind="danger" id="cancel" onPress={() => onStep('cancel')}>
          取消表决
        </Button>
      )}
    </>
  )
}

function NextAct({ vote, onStep }: OverviewProps) {
  const offered = nextAct(vote)
  const seeResult = () => go('voteResult', { vote: vote.vote })
  if (!offered) {
    return isResultPublic(vote) ? (
      <Action>
        <Button id="see-result" onPress={seeResult}>
          看结果
        </Button>
      </Action>
    ) : null
  }
  return (
    <>
      {isResultPublic(vote) && (
        <Button kind="plain" id="see-result" onPress={seeResult}>
          看结果
        </Button>
      )}
      <Action>
        <Button id={offered.step} off={offered.off} onPress={() => onStep(offered.step)}>
          {offered.word}
        </Button>
      </Action>
    </>
  )
}

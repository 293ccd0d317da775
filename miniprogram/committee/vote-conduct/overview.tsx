import { Text } from '@tarojs/components'
import type { Vote } from '#shared/votes/contract.ts'
import { isResultPublic } from '#shared/votes/rules/life.ts'
import { canAct, canRedraft, isPublic } from '#shared/votes/rules/conducting.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { go } from '#miniprogram/features/pages.ts'
import { nextWords } from '#miniprogram/features/votes/next-words.ts'
import { ProfileBar } from '#miniprogram/features/votes/profile-bar.tsx'
import { VoteClock } from '#miniprogram/features/votes/vote-clock.tsx'
import { VoteItems } from '#miniprogram/features/votes/vote-items.tsx'
import { STATE_WORDS, turnoutAxes } from '#miniprogram/features/votes/words.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { TwoAxisBar } from '#miniprogram/platform/ui/two-axis-bar.tsx'
import { RollCard } from './roll-card.tsx'

interface OverviewProps {
  readonly vote: Vote
  readonly onStep: (step: 'freeze' | 'notice' | 'cancel') => void
}

const HAS_TURNOUT: readonly Vote['state'][] = ['open', 'closed']

/** State and what comes next first, then who took part, what is asked, and who counts how much. */
export function Overview({ vote, onStep }: OverviewProps) {
  return (
    <>
      <ProfileBar profile={vote.profile} modeSentence={vote.modeSentence} />
      <StateCard vote={vote} />
      {vote.turnout && HAS_TURNOUT.includes(vote.state) && (
        <Card title="参与情况">
          <TwoAxisBar {...turnoutAxes(vote.turnout)} />
        </Card>
      )}
      <VoteItems items={vote.items} />
      {vote.roll && <RollCard roll={vote.roll} />}
      <OtherActs vote={vote} onStep={onStep} />
      <NextAct vote={vote} onStep={onStep} />
    </>
  )
}

function StateCard({ vote }: Pick<OverviewProps, 'vote'>) {
  const now = useNow()
  const { word, tone } = STATE_WORDS[vote.state]
  const { act, missing } = vote.next
  // What only time is missing for, the clock says.
  const isTheirs = act === 'freeze_roll' || act === 'give_notice'
  return (
    <Card title={vote.title} aside={<Tag tone={tone}>{word}</Tag>}>
      <VoteClock vote={vote} />
      {isTheirs &&
        [nextWords(vote, now), ...missing].map((words) => <Text key={words}>{words}</Text>)}
    </Card>
  )
}

function OtherActs({ vote, onStep }: OverviewProps) {
  const now = useNow()
  return (
    <>
      {canRedraft(vote, now).ok && (
        <Button kind="plain" id="redraft" onPress={() => go('voteDraft', { vote: vote.vote })}>
          修改草稿
        </Button>
      )}
      {isPublic(vote) && (
        <Button kind="plain" id="as-resident" onPress={() => go('vote', { vote: vote.vote })}>
          看业主看到的页面
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
  if (vote.state === 'draft') {
    return (
      <Action>
        <Button id="freeze" off={vote.next.missing[0]} onPress={() => onStep('freeze')}>
          确定名册
        </Button>
      </Action>
    )
  }
  if (vote.state === 'roll_frozen') {
    return (
      <Action>
        <Button id="notice" onPress={() => onStep('notice')}>
          公告并定投票时间
        </Button>
      </Action>
    )
  }
  if (!isResultPublic(vote)) return null
  return (
    <Action>
      <Button id="see-result" onPress={() => go('voteResult', { vote: vote.vote })}>
        看结果
      </Button>
    </Action>
  )
}

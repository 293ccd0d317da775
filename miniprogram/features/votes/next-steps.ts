import type { Vote } from '#shared/votes/contract.ts'
import { transitionOf, type Transition, type VoteAct } from '#shared/votes/rules/transitions.ts'

type NextAct = Vote['next']['act']
type Stepping = Pick<Vote, 'state' | 'mode' | 'next'>

interface Step {
  readonly words: string
  readonly law: VoteAct
}

const STEPS: Readonly<Partial<Record<NextAct, Step>>> = {
  publish_roll: { words: '公示业主名册', law: 'publishRoll' },
  freeze_roll: { words: '确定业主名册', law: 'freezeRoll' },
  give_notice: { words: '公告并定投票时间', law: 'giveNotice' },
  wait_for_opening: { words: '开始投票', law: 'open' },
  wait_for_close: { words: '截止投票', law: 'close' },
  wait_for_count: { words: '计票', law: 'confirmCount' },
  confirm_count: { words: '两方核对计票结果', law: 'confirmCount' },
  publish_result: { words: '公布结果', law: 'publishResult' },
  file: { words: '到街道备案', law: 'file' },
  execute: { words: '登记执行情况', law: 'execute' },
}

/** What comes next in a vote's life, and the rule that asks for it; nothing once it is over. */
export function stepOf({ state, mode, next }: Stepping): Step | undefined {
  if (next.act === 'wait_for_objections') {
    return state === 'roll_published'
      ? { words: '确定业主名册', law: 'freezeRoll' }
      : { words: '结果确定', law: 'endObjections' }
  }
  const step = STEPS[next.act]
  if (!step || mode !== 'advisory') return step
  if (next.act === 'freeze_roll') return { ...step, law: 'freezeAdvisoryRoll' }
  return next.act === 'wait_for_count' ? { ...step, law: 'countAdvisory' } : step
}

const HOW_SURE: Readonly<Record<Transition['confidence'], string>> = {
  full_text: '。',
  quoted: '（条文转引自公开资料，正式引用前请核对原文）。',
  recalled: '（条文还没有核对原文，正式引用前请核对）。',
  ours: '。法律没有写明这一步，这是稳妥的做法。',
}

/** `依据：《物业管理条例》第十四条。`, and how sure that is. */
export function lawOf(act: VoteAct): string {
  const { law, confidence } = transitionOf(act)
  return `${confidence === 'ours' ? '理由' : '依据'}：${law}${HOW_SURE[confidence]}`
}

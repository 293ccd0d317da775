import type { Vote } from '#shared/votes/contract.ts'
import type { Doing } from './step.ts'

export interface Offered {
  readonly step: Doing
  readonly word: string
  /** Why it cannot be done yet. */
  readonly off?: string | undefined
}

const isAdvisory = ({ mode }: Vote): boolean => mode === 'advisory'

function confirming({ next, mode, confirmations = [] }: Vote): Offered {
  if (mode === 'official_external' && next.act === 'wait_for_count') {
    return { step: 'official', word: '录入官方结果' }
  }
  const isDone = confirmations.some(({ office }) => office === 'committee')
  const off = next.act === 'confirm_count' ? undefined : next.missing[0]
  return {
    step: 'confirm',
    word: '核对计票结果',
    off: isDone ? '业委会已经确认，等社区核对' : off,
  }
}

const OFFERS: Readonly<Partial<Record<Vote['state'], (vote: Vote) => Offered | undefined>>> = {
  draft: (vote) => ({
    ...(isAdvisory(vote)
      ? { step: 'freeze', word: '确定名册' }
      : { step: 'publish', word: '公示名册' }),
    off: vote.next.missing[0],
  }),
  roll_published: ({ next }) => ({
    ...{ step: 'freeze', word: '确定名册' },
    off: next.act === 'freeze_roll' ? next.missing[0] : next.missing.join('；'),
  }),
  roll_frozen: ({ gate }) => ({
    ...{ step: 'notice', word: '公告并定投票时间' },
    off: gate?.missing[0],
  }),
  closed: (vote) => (isAdvisory(vote) ? undefined : confirming(vote)),
  counted: () => ({ step: 'result', word: '公布结果' }),
  final: (vote) => (isAdvisory(vote) ? undefined : { step: 'file', word: '登记备案' }),
  filed: () => ({ step: 'execute', word: '登记执行' }),
  executed: ({ filing }) => (filing ? undefined : { step: 'file', word: '登记备案' }),
}

/** The one thing a committee does next with a vote; nothing while only time is waited for. */
export const nextAct = (vote: Vote): Offered | undefined => OFFERS[vote.state]?.(vote)

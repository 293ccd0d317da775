import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { isSettled, settledFrom, stateAt, type Life } from '../rules/life.ts'
import type { Office } from '../rules/confirming.ts'
import type { VoteMode, VoteState } from '../terms.ts'
import { STATE_NAMES } from '../words.ts'

/** A vote as far as its paper goes. */
export interface PaperLife extends Life {
  readonly mode: VoteMode
  /** Beside the phone, where the vote says so. */
  readonly paper?: boolean | undefined
  readonly intake?:
    | {
        readonly declarations: readonly { readonly office: Office }[]
        readonly finishedAt?: string | undefined
      }
    | undefined
}

/** Whether ballots on paper belong to a vote. */
export const hasPaper = ({ mode, paper }: Pick<PaperLife, 'mode' | 'paper'>): boolean =>
  mode === 'paper_assisted' || (mode !== 'official_external' && paper === true)

/** Whether its count still waits for the paper to be complete. */
export const waitsForPaper = (vote: Pick<PaperLife, 'mode' | 'paper' | 'intake'>): boolean =>
  hasPaper(vote) && vote.intake?.finishedAt === undefined

type PaperAct = 'print' | 'issue' | 'return' | 'strike' | 'enter' | 'look' | 'photograph'

const WHILE: Readonly<Record<PaperAct, readonly VoteState[]>> = {
  // Text and closing time stand on the sheet: before the notice neither is fixed.
  print: ['noticed', 'open'],
  issue: ['noticed', 'open'],
  return: ['open', 'closed'],
  strike: ['noticed', 'open', 'closed'],
  enter: ['open', 'closed'],
  look: ['noticed', 'open', 'closed'],
  photograph: ['open', 'closed'],
}

const ACT_WORDS: Readonly<Record<PaperAct, string>> = {
  print: '印制表决票',
  issue: '登记发票',
  return: '登记收票',
  strike: '登记作废或遗失',
  enter: '录入表决票',
  look: '查验表决票',
  photograph: '给表决票拍照',
}

type NotNow = 'votes.no_paper_here' | 'votes.wrong_state' | 'votes.intake_finished'

export function canHandlePaper(
  act: PaperAct,
  vote: PaperLife,
  now: Date,
): Decision<VoteState, NotNow> {
  if (!hasPaper(vote)) return refuse('votes.no_paper_here')
  const state = stateAt(vote, now)
  if (state === 'closed' && !waitsForPaper(vote)) return refuse('votes.intake_finished')
  return WHILE[act].includes(state)
    ? accept(state)
    : refuse('votes.wrong_state', { state: STATE_NAMES[state], act: ACT_WORDS[act] })
}

/** A return under way at the close has arrived or was given up by then: what is in is all there will be. */
export function canDeclareIntake(
  vote: PaperLife,
  now: Date,
): Decision<VoteState, NotNow | 'votes.intake_not_yet'> {
  if (!hasPaper(vote)) return refuse('votes.no_paper_here')
  const state = stateAt(vote, now)
  if (state !== 'closed') {
    return refuse('votes.wrong_state', { state: STATE_NAMES[state], act: '核对表决票' })
  }
  if (!waitsForPaper(vote)) return refuse('votes.intake_finished')
  const from = settledFrom(vote)
  return isSettled(vote, now)
    ? accept(state)
    : refuse('votes.intake_not_yet', { time: from ? formatTime(from, now) : '' })
}

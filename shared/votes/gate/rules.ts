import { addDays, dayOf, daysBetween, formatDay } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { VoteMode } from '../terms.ts'
import type { GateReceipt, GateRule, GateStep } from './gate.ts'

export const GATE_NAMES: Readonly<Record<GateStep, string>> = {
  consultation: '公开征求业主意见',
  summary: '公布意见汇总',
  party: '向社区党组织报告',
  residents: '向居民委员会报告',
}

/** What must have been done before: a summary sums up a consultation that is over, and is what is reported. */
const BEFORE: Readonly<Record<GateStep, GateStep | undefined>> = {
  consultation: undefined,
  summary: 'consultation',
  party: 'summary',
  residents: 'summary',
}

/** More is a way to fill the record, not to correct it. */
const RECEIPTS_AT_MOST = 20

type Dated = Pick<GateReceipt, 'step' | 'from' | 'day'>

/** The one that counts: a later one corrects it. */
export const lastOf = <R extends Pick<GateReceipt, 'step'>>(
  receipts: readonly R[],
  step: GateStep,
): R | undefined => [...receipts].reverse().find((one) => one.step === step)

/** An opinion decides nothing: there is no decision to come before. */
export const gateStepsFor = (mode: VoteMode, { steps }: GateRule): readonly GateStep[] =>
  mode === 'advisory' ? [] : steps

type NoReceipt =
  | 'votes.gate_not_asked'
  | 'votes.gate_in_future'
  | 'votes.gate_needs_start'
  | 'votes.gate_too_short'
  | 'votes.gate_out_of_order'
  | 'votes.gate_too_many'

interface Asked {
  readonly mode: VoteMode
  readonly rule: GateRule
  readonly rulesName: string
  readonly receipts: readonly Dated[]
}

/** Whether a step may be put on record as done, beside what is on record already. */
export function canRecord(
  receipt: Dated,
  { mode, rule, rulesName, receipts }: Asked,
  now: Date,
): Decision<Dated, NoReceipt> {
  const step = GATE_NAMES[receipt.step]
  const steps = gateStepsFor(mode, rule)
  if (!steps.includes(receipt.step)) {
    return refuse('votes.gate_not_asked', { rules: rulesName, step })
  }
  if (receipts.length >= RECEIPTS_AT_MOST) {
    return refuse('votes.gate_too_many', { most: RECEIPTS_AT_MOST })
  }
  if (daysBetween(dayOf(now), receipt.day) > 0) return refuse('votes.gate_in_future', { step })
  const open = receipt.step === 'consultation' ? wasOpenLongEnough(receipt, rule, now) : undefined
  if (open && !open.ok) return open
  const [broken] = brokenOrder([...receipts, receipt], steps, receipt.step)
  return broken
    ? refuse('votes.gate_out_of_order', {
        step,
        before: GATE_NAMES[broken.before],
        day: broken.day === undefined ? '还没有登记' : formatDay(broken.day, now),
      })
    : accept(receipt)
}

function wasOpenLongEnough(
  { from, day }: Dated,
  { consultationDays }: GateRule,
  now: Date,
): Decision<true, 'votes.gate_needs_start' | 'votes.gate_too_short'> {
  if (from === undefined) return refuse('votes.gate_needs_start')
  if (daysBetween(from, day) >= consultationDays) return accept(true)
  return refuse('votes.gate_too_short', {
    days: consultationDays,
    from: formatDay(from, now),
    earliest: formatDay(addDays(from, consultationDays), now),
  })
}

interface Broken {
  readonly step: GateStep
  readonly before: GateStep
  /** Absent where what comes before is not on record. */
  readonly day: string | undefined
}

/** Steps on record that were taken before what they rest on; all of them, or the one asked about. */
function brokenOrder(
  receipts: readonly Dated[],
  steps: readonly GateStep[],
  only?: GateStep,
): Broken[] {
  return steps.flatMap((step) => {
    const before = BEFORE[step]
    const mine = lastOf(receipts, step)
    if (!mine || !before || !steps.includes(before) || (only && step !== only)) return []
    const theirs = lastOf(receipts, before)
    const isInOrder = theirs !== undefined && daysBetween(theirs.day, mine.day) >= 0
    return isInOrder ? [] : [{ step, before, day: theirs?.day }]
  })
}

/** What is still to be done or put right before notice may be given. */
export function missingAtGate(
  receipts: readonly Dated[],
  mode: VoteMode,
  rule: GateRule,
): readonly string[] {
  const steps = gateStepsFor(mode, rule)
  const undone = steps.filter((step) => !lastOf(receipts, step)).map((step) => NOT_YET[step])
  const broken = brokenOrder(receipts, steps).filter(({ day }) => day !== undefined)
  return [
    ...undone,
    ...broken.map(
      ({ step, before }) =>
        `“${GATE_NAMES[step]}”的日期在“${GATE_NAMES[before]}”以前，要重新办理和登记`,
    ),
  ]
}

const NOT_YET: Readonly<Record<GateStep, string>> = {
  consultation: '还没有登记公开征求业主意见',
  summary: '还没有登记公布意见汇总',
  party: '还没有登记向社区党组织报告',
  residents: '还没有登记向居民委员会报告',
}

/** Whether notice may be given, as far as what comes before a decision goes. */
export function isGateOpen(
  receipts: readonly Dated[],
  mode: VoteMode,
  rule: GateRule,
): Decision<true, 'votes.gate_missing'> {
  const missing = missingAtGate(receipts, mode, rule)
  return missing.length === 0
    ? accept(true)
    : refuse('votes.gate_missing', { missing: missing.join('；') })
}

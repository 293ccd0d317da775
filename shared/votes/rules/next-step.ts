import { addDays, dayOf, formatDay, formatTime } from '#shared/kernel/calendar.ts'
import type { NextStep } from '../contract.ts'
import { waitsForPaper, type PaperLife } from '../papers/phases.ts'
import type { VoteState } from '../terms.ts'
import { MODE_NAMES } from '../words.ts'
import { missingOffices, type Confirmation } from './confirming.ts'
import { settledFrom, stateAt } from './life.ts'
import type { NamedRules } from './modes.ts'
import { earliestOpeningDay } from './notice.ts'

interface Conducted extends PaperLife {
  /** Whether the community's register is there to make a roll from. */
  readonly hasRegister: boolean
  readonly published?: { readonly until: string } | undefined
  readonly resultUntil?: string | undefined
  /** Objections without an answer, to the roll while it is published, to the result from then on. */
  readonly openObjections: number
  readonly countedAt?: string | undefined
  readonly confirmations: readonly Confirmation[]
  /** What comes before notice and is not on record yet, in sentences. */
  readonly gateMissing?: readonly string[]
}

type Rules = NamedRules & {
  readonly noticeDays: number
  readonly rollObjectionDays: number
  readonly filingDays: number
}

type Step = (vote: Conducted, rules: Rules, now: Date) => NextStep

const NOTHING: Step = () => ({ act: 'none', missing: [] })

const STEPS: Readonly<Record<VoteState, Step>> = {
  draft: (vote, rules) => ({
    act: vote.mode === 'advisory' ? 'freeze_roll' : 'publish_roll',
    missing: missingInDraft(vote, rules),
  }),
  roll_published: (vote, _rules, now) => afterPublication(vote, now),
  roll_frozen: (vote, rules, now) => noticeMissing(vote, rules, now),
  noticed: ({ opensAt }, _rules, now) =>
    waiting('wait_for_opening', opensAt, now, '公告期未满，', ' 开始投票'),
  open: ({ closesAt }, _rules, now) =>
    waiting('wait_for_close', closesAt, now, '投票还在进行，', ' 截止'),
  closed: (vote) => countMissing(vote),
  counted: () => ({ act: 'publish_result', missing: ['结果已经核对，还没有公布'] }),
  result_published: (vote, _rules, now) => objectionsMissing(vote, vote.resultUntil, now),
  final: finalStep,
  filed: () => ({ act: 'execute', missing: ['决定还没有登记执行情况'] }),
  executed: NOTHING,
  no_quorum: NOTHING,
  annulled: NOTHING,
  cancelled: NOTHING,
}

/** What comes next for a vote, what is still missing for it, and from when on it can happen. */
export const nextStep: Step = (vote, rules, now) => STEPS[stateAt(vote, now)](vote, rules, now)

function waiting(
  act: NextStep['act'],
  at: string | undefined,
  now: Date,
  before: string,
  after: string,
): NextStep {
  const time = at === undefined ? '' : formatTime(new Date(at), now)
  return { act, ...(at !== undefined && { possibleAt: at }), missing: [before + time + after] }
}

function noticeMissing(
  { gateMissing = [] }: Conducted,
  { noticeDays }: Rules,
  now: Date,
): NextStep {
  const day = formatDay(earliestOpeningDay(now, noticeDays), now)
  return {
    act: 'give_notice',
    missing: [
      ...gateMissing,
      `还没有发出表决公告。公告至少 ${noticeDays} 天后才能投票：今天公告，最早 ${day}开始`,
    ],
  }
}

function afterPublication(vote: Conducted, now: Date): NextStep {
  const step = objectionsMissing(vote, vote.published?.until, now)
  return step.missing.length === 0 ? { act: 'freeze_roll', missing: [] } : step
}

/** The window is of whole days, so its last day is named. */
function objectionsMissing(
  { openObjections }: Conducted,
  until: string | undefined,
  now: Date,
): NextStep {
  const isOpen = until !== undefined && now.getTime() < Date.parse(until)
  const lastDay = until === undefined ? '' : formatDay(addDays(dayOf(new Date(until)), -1), now)
  return {
    act: 'wait_for_objections',
    ...(isOpen && { possibleAt: until }),
    missing: [
      ...(isOpen ? [`业主可以提出异议，到 ${lastDay}为止`] : []),
      ...(openObjections > 0 ? [`还有 ${openObjections} 件异议没有答复`] : []),
    ],
  }
}

const OFFICE_NAMES = { committee: '业委会', community: '社区' } as const

function countMissing(vote: Conducted): NextStep {
  if (vote.countedAt === undefined && waitsForPaper(vote)) return paperMissing(vote)
  if (vote.countedAt === undefined && vote.mode === 'official_external') {
    return { act: 'wait_for_count', missing: ['还没有登记政府平台公布的结果'] }
  }
  if (vote.countedAt === undefined) {
    const from = settledFrom(vote)?.toISOString()
    return {
      act: 'wait_for_count',
      ...(from !== undefined && { possibleAt: from }),
      missing: ['已截止，正在计票'],
    }
  }
  const offices = missingOffices(vote.confirmations).map((office) => OFFICE_NAMES[office])
  return {
    act: 'confirm_count',
    missing: offices.map((office) => `${office}还没有核对并确认计票结果`),
  }
}

const DECLARED_WORDS = '还没有核对并确认纸质表决票已经全部收回、录入'

/** The count begins when both offices have declared the paper complete. */
function paperMissing({ intake }: Conducted): NextStep {
  const offices = missingOffices(
    (intake?.declarations ?? []).map(({ office }) => ({ office, person: '' })),
  )
  return {
    act: 'wait_for_count',
    missing: offices.map((office) => `${OFFICE_NAMES[office]}${DECLARED_WORDS}`),
  }
}

function finalStep({ mode, finalAt }: Conducted, { filingDays }: Rules, now: Date): NextStep {
  if (mode === 'advisory') return { act: 'none', missing: [] }
  const last = finalAt && addDays(dayOf(new Date(finalAt)), filingDays)
  if (last === undefined) return { act: 'file', missing: ['还没有到街道备案'] }
  const day = formatDay(last, now)
  const isLate = dayOf(now) > last
  return {
    act: 'file',
    missing: [
      isLate ? `到街道备案已经过了期限（${day}），请尽快办理` : `还没有到街道备案，${day}前要办`,
    ],
  }
}

function missingInDraft({ mode, hasRegister }: Conducted, { modes, name }: NamedRules): string[] {
  const isAllowed = modes.includes(mode)
  return [
    ...(isAllowed ? [] : [`“${name}”不允许用“${MODE_NAMES[mode]}”，请改用其他方式`]),
    ...(hasRegister ? [] : ['还没有导入房屋名册，导入后才能公示业主名册']),
  ]
}

import { addDays, dayOf, daysBetween } from '#shared/kernel/calendar.ts'
import { FilingDocument, type FilingDue } from '../records.ts'

/** What a filing takes whatever was decided: 物业管理条例 art. 16, 建房〔2009〕274号 art. 33. */
const ALWAYS: readonly FilingDocument[] = ['application', 'minutes', 'result_announcement', 'roll']

/** What was decided is handed in itself: 民法典 §278 (一) to (三). */
const BY_MATTER: Readonly<Record<number, FilingDocument>> = {
  1: 'rules_of_procedure',
  2: 'management_convention',
  3: 'committee_list',
}

interface Decided {
  readonly mode: string
  readonly state: string
  /** When the result became final. */
  readonly finalAt?: string | undefined
  readonly matters: readonly number[]
  readonly filing?: { readonly documents: readonly FilingDocument[] } | undefined
}

const TO_FILE: readonly string[] = ['final', 'filed', 'executed']

/** Until when a decision is to be filed, and with what; nothing for an opinion, or while it is not final. */
export function filingDue(
  { mode, state, finalAt, matters, filing }: Decided,
  filingDays: number,
  now: Date,
): FilingDue | undefined {
  if (mode === 'advisory' || !TO_FILE.includes(state) || finalAt === undefined) return undefined
  // The day it became final does not count: 民法典 §201.
  const by = addDays(dayOf(new Date(finalAt)), filingDays)
  const needed = neededFor(matters)
  const given = filing?.documents ?? []
  return {
    by,
    daysLeft: daysBetween(dayOf(now), by),
    overdue: !filing && daysBetween(dayOf(now), by) < 0,
    documents: [...needed],
    missing: needed.filter((one) => !given.includes(one)),
  }
}

/** In the order of the checklist. */
function neededFor(matters: readonly number[]): readonly FilingDocument[] {
  const decided = matters.flatMap((matter) => BY_MATTER[matter] ?? [])
  return FilingDocument.options.filter((one) => ALWAYS.includes(one) || decided.includes(one))
}

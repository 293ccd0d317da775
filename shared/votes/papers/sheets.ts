import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { SheetState, StruckAs } from './terms.ts'

/** A sheet as far as its rules go. */
export interface Sheet {
  readonly edition: number
  /** When the notice was given under which it was printed: another notice makes it another ballot. */
  readonly notice: string
  readonly issued?: object | undefined
  readonly returned?: { readonly late: boolean } | undefined
  readonly struck?: { readonly as: StruckAs; readonly reason: string } | undefined
}

/** More than anybody loses: an item of the store holds them all. */
const EDITIONS_AT_MOST = 20

/** What was handed in stays handed in, whatever was noted of the sheet before. */
export function sheetState(sheet: Sheet, notice: string | undefined): SheetState {
  if (sheet.returned) return 'returned'
  if (sheet.struck) return sheet.struck.as
  if (sheet.notice !== notice) return 'void'
  return sheet.issued ? 'issued' : 'printed'
}

/** The sheet a head has now; `undefined` where nothing is printed since the last notice. */
export function currentSheet<S extends Sheet>(
  sheets: readonly S[],
  notice: string | undefined,
): S | undefined {
  const last = sheets[sheets.length - 1]
  return last?.notice === notice ? last : undefined
}

type Replaced = 'votes.sheet_unknown' | 'votes.sheet_replaced'

/** The sheet of that print, which no later one has replaced. */
export function sheetOf<S extends Sheet>(
  sheets: readonly S[],
  { place, edition }: { readonly place: number; readonly edition: number },
  notice: string | undefined,
): Decision<S, Replaced> {
  const found = sheets.find((one) => one.edition === edition)
  if (!found) return refuse('votes.sheet_unknown')
  const current = currentSheet(sheets, notice)
  if (found === current) return accept(found)
  const serial = current ? `${place}-${current.edition}` : `${place}-${sheets.length + 1}`
  return refuse('votes.sheet_replaced', { serial })
}

type NotSo =
  | 'votes.sheet_returned'
  | 'votes.sheet_void'
  | 'votes.sheet_missing'
  | 'votes.sheet_issued_already'
  | 'votes.too_many_reprints'

type SheetAct = 'issue' | 'return' | 'reprint' | StruckAs

/** From which states an act leads on: a return is final, and nobody takes it back. */
const FROM: Readonly<Record<SheetAct, readonly SheetState[]>> = {
  issue: ['printed'],
  // Out of a pile without a record, or found again: the owner's paper counts, the report shows it.
  return: ['printed', 'issued', 'missing'],
  reprint: ['printed', 'issued', 'missing', 'void'],
  void: ['printed', 'issued', 'missing'],
  missing: ['printed', 'issued'],
}

const WHY_NOT: Readonly<Record<SheetState, NotSo>> = {
  printed: 'votes.sheet_issued_already',
  issued: 'votes.sheet_issued_already',
  returned: 'votes.sheet_returned',
  void: 'votes.sheet_void',
  missing: 'votes.sheet_missing',
}

/** Whether this may be noted of a sheet that no later one has replaced. */
export function canMark(act: SheetAct, sheet: Sheet, serial: string): Decision<SheetState, NotSo> {
  const state = sheetState(sheet, sheet.notice)
  if (!FROM[act].includes(state)) {
    return refuse(WHY_NOT[state], { serial, reason: sheet.struck?.reason ?? '' })
  }
  return act === 'reprint' && sheet.edition >= EDITIONS_AT_MOST
    ? refuse('votes.too_many_reprints', { most: EDITIONS_AT_MOST })
    : accept(state)
}

type NotEnterable = 'votes.sheet_not_returned' | 'votes.sheet_late'

/** What stands on a sheet is entered once it was handed in, in time. */
export const canEnter = ({ returned }: Sheet, serial: string): Decision<'enter', NotEnterable> =>
  returned
    ? returned.late
      ? refuse('votes.sheet_late', { serial })
      : accept('enter')
    : refuse('votes.sheet_not_returned', { serial })

import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { DifferenceKind, EntryState, PaperFigures, SheetState } from './terms.ts'
import { DIFFERENCE_NAMES } from './words.ts'

/** A head with everything that was printed for it. */
export interface HeadPaper {
  readonly building: string
  readonly place: number
  readonly sheets: readonly {
    readonly edition: number
    readonly state: SheetState
    readonly wasIssued: boolean
    readonly late: boolean
    /** Of a sheet returned in time. */
    readonly entry?: EntryState
  }[]
}

const NONE: PaperFigures = {
  heads: 0,
  unprinted: 0,
  printed: 0,
  kept: 0,
  out: 0,
  returned: 0,
  void: 0,
  missing: 0,
  issued: 0,
  late: 0,
  unissued: 0,
  entered: 0,
  waiting: 0,
  conflicts: 0,
}

type One = HeadPaper['sheets'][number]

const STANDS_AS: Readonly<Record<SheetState, keyof PaperFigures>> = {
  printed: 'kept',
  issued: 'out',
  returned: 'returned',
  void: 'void',
  missing: 'missing',
}

/** Under which figures a sheet counts. */
const figuresOfSheet = (sheet: One): readonly (keyof PaperFigures)[] => [
  'printed',
  STANDS_AS[sheet.state],
  ...(sheet.wasIssued ? (['issued'] as const) : []),
  ...(sheet.state === 'returned' ? figuresOfReturned(sheet) : []),
]

/** Late ones are never entered; of the others either is so. */
function figuresOfReturned({ wasIssued, late, entry }: One): readonly (keyof PaperFigures)[] {
  const unissued = wasIssued ? [] : (['unissued'] as const)
  if (late) return [...unissued, 'late']
  if (entry === 'settled') return [...unissued, 'entered']
  return [...unissued, 'waiting', ...(entry === 'differs' ? (['conflicts'] as const) : [])]
}

/** Every sheet stands under exactly one state, so printed is always kept + out + returned + void + missing. */
export function figuresOf(heads: readonly HeadPaper[]): PaperFigures {
  const sum = { ...NONE, heads: heads.length }
  for (const { sheets } of heads) {
    if (sheets.length === 0) sum.unprinted += 1
    for (const sheet of sheets) for (const name of figuresOfSheet(sheet)) sum[name] += 1
  }
  return sum
}

/** By building, in the order in which they first appear. */
export function figuresByBuilding(
  heads: readonly HeadPaper[],
): readonly (PaperFigures & { readonly building: string })[] {
  const buildings = new Map<string, HeadPaper[]>()
  for (const head of heads) {
    const found = buildings.get(head.building)
    if (found) found.push(head)
    else buildings.set(head.building, [head])
  }
  return [...buildings].map(([building, of]) => ({ building, ...figuresOf(of) }))
}

interface Difference {
  readonly kind: DifferenceKind
  readonly count: number
}

const KINDS: readonly DifferenceKind[] = ['unprinted', 'kept', 'out', 'missing', 'late', 'unissued']

/** What does not come out even. Beside the phone nobody has to have a sheet. */
export const differencesIn = (total: PaperFigures, everybodyHasPaper: boolean): Difference[] =>
  KINDS.filter((kind) => kind !== 'unprinted' || everybodyHasPaper)
    .map((kind) => ({ kind, count: total[kind] }))
    .filter(({ count }) => count > 0)

interface Note {
  readonly kind: DifferenceKind
  readonly text: string
}

/** Whether the intake may be declared finished on these figures: nothing waits, and each difference has its words. */
export function canFinishIntake(
  { waiting }: Pick<PaperFigures, 'waiting'>,
  differences: readonly Difference[],
  notes: readonly Note[],
): Decision<readonly Note[], 'votes.sheets_waiting' | 'votes.difference_unexplained'> {
  if (waiting > 0) return refuse('votes.sheets_waiting', { count: waiting })
  const given = differences.map(({ kind }) => notes.find((note) => note.kind === kind))
  const missing = differences.find((_, place) => given[place] === undefined)
  if (missing) {
    return refuse('votes.difference_unexplained', { what: DIFFERENCE_NAMES[missing.kind] })
  }
  return accept(given.filter((note) => note !== undefined))
}

/** `1-1 至 120-1、122-1`: runs of one print drawn together, in the order given. */
export function serialRuns(
  sheets: readonly { readonly place: number; readonly edition: number }[],
): string {
  const runs: { from: string; to: string; place: number; edition: number }[] = []
  for (const { place, edition } of sheets) {
    const serial = `${place}-${edition}`
    const run = runs[runs.length - 1]
    if (run?.edition === edition && run.place + 1 === place) {
      run.place = place
      run.to = serial
    } else runs.push({ from: serial, to: serial, place, edition })
  }
  return runs.map(({ from, to }) => (from === to ? from : `${from} 至 ${to}`)).join('、')
}

/** What of a label stands before its first stroke: `3-2-801` → `3`; a label without one has ''. */
export const buildingOf = (unit: string): string => {
  const end = unit.indexOf('-')
  return end === -1 ? '' : unit.slice(0, end)
}

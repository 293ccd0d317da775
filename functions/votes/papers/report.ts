import { createHash } from 'node:crypto'
import type { Input, Output } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import {
  buildingOf,
  differencesIn,
  figuresByBuilding,
  figuresOf,
  serialRuns,
  type HeadPaper,
} from '#shared/votes/papers/reconcile.ts'
import { sheetState } from '#shared/votes/papers/sheets.ts'
import type { PaperFacts } from '#shared/votes/papers/facts.ts'
import type { PaperLine, PaperReport } from '#shared/votes/papers/terms.ts'
import type { Call } from '../../platform/http/call.ts'
import type { VoteNeeds } from '../needs.ts'
import type { Votes } from '../repository.ts'
import type { RollHead } from '../roll.ts'
import { entryOf, lineOf } from './line-view.ts'
import { paperVote, type PaperVote } from './paper-vote.ts'
import { stretchOf } from './print.ts'
import { reportPage } from './report-page.ts'
import type { StoredPaper } from './stored.ts'

type Desk = Call<Votes>

const LINES_AT_ONCE = 50

export async function listPapers(
  call: Desk,
  { vote: id, ...stretch }: Input<typeof votes.papers>,
): Promise<Output<typeof votes.papers>> {
  const paper = await paperVote(call, id, 'read')
  const { heads, next } = stretchOf(paper, stretch, LINES_AT_ONCE)
  const found = await paper.drawer.findAll(heads)
  const lines = found.flatMap((one, place) => {
    const head = heads[place]?.head
    return head ? [lineOf(head, one, paper.vote, call)] : []
  })
  return { lines, buildings: buildingsOf(paper), ...(next !== undefined && { next }) }
}

function buildingsOf({ roll }: PaperVote): Output<typeof votes.papers>['buildings'] {
  const found = new Map<string, { building: string; heads: number; first: number }>()
  roll.heads.forEach((head, place) => {
    const building = firstBuilding(head)
    const known = found.get(building)
    if (known) known.heads += 1
    else found.set(building, { building, heads: 1, first: place + 1 })
  })
  return [...found.values()]
}

const firstBuilding = ({ units }: RollHead): string => buildingOf(units[0] ?? '')

/** What the figures are made of, head by head in the order of the roll. */
export interface Reconciled extends Pick<
  PaperReport,
  'total' | 'buildings' | 'differences' | 'serials' | 'voidSerials' | 'sha256'
> {
  readonly open: readonly PaperLine[]
}

export async function reconcile(
  paper: PaperVote,
  call: Pick<Desk, 'person' | 'now'>,
): Promise<Reconciled> {
  const { vote, roll, drawer } = paper
  const stored = await drawer.all()
  const papers = roll.heads.map((head, place): StoredPaper => {
    return stored.get(head.id) ?? { head: head.id, place: place + 1, sheets: [], entries: [] }
  })
  const heads = roll.heads.map((head, place) => headPaper(head, papers[place], vote.noticedAt))
  const sheets = heads.flatMap(({ place, sheets: of }) => of.map((one) => ({ ...one, place })))
  const figures = {
    total: figuresOf(heads),
    buildings: figuresByBuilding(heads).map((one) => ({ ...one })),
    serials: serialRuns(sheets),
    voidSerials: serialRuns(sheets.filter(({ state }) => state === 'void')),
  }
  return {
    ...figures,
    differences: differencesIn(figures.total, vote.mode === 'paper_assisted'),
    sha256: createHash('sha256').update(JSON.stringify(figures)).digest('hex'),
    open: roll.heads
      .flatMap((head, place) => {
        const one = papers[place]
        return one ? [lineOf(head, one, vote, call)] : []
      })
      .filter(({ entry }) => entry !== undefined && entry !== 'settled'),
  }
}

const headPaper = (
  head: RollHead,
  paper: StoredPaper | undefined,
  notice: string | undefined,
): HeadPaper => ({
  building: firstBuilding(head),
  place: paper?.place ?? 0,
  sheets: (paper?.sheets ?? []).map((sheet) => {
    const entry = paper && entryOf(paper, sheet)
    return {
      edition: sheet.edition,
      state: sheetState(sheet, notice),
      wasIssued: sheet.issued !== undefined,
      late: sheet.returned?.late === true,
      ...(entry && { entry }),
    }
  }),
})

const OPEN_SHOWN = 200

export async function readReport(
  { places }: VoteNeeds,
  call: Desk,
  { vote: id }: Input<typeof votes.paperReport>,
): Promise<PaperReport> {
  const paper = await paperVote(call, id, 'read')
  const { vote } = paper
  const [reconciled, place] = await Promise.all([
    reconcile(paper, call),
    places.community(vote.community),
  ])
  const declarations = (vote.intake?.declarations ?? []).map(({ office, by, at, notes }) => ({
    ...{ office, by: by.name, at },
    notes,
  }))
  const report = {
    ...reconciled,
    open: reconciled.open.slice(0, OPEN_SHOWN),
    declarations,
    ...(vote.intake?.finishedAt !== undefined && { finishedAt: vote.intake.finishedAt }),
  }
  const html = reportPage(
    { communityName: place?.name ?? '', title: vote.title, madeAt: call.now.toISOString() },
    report,
  )
  return { ...report, html }
}

export const factsOf = ({ total, serials, voidSerials }: Reconciled): PaperFacts => ({
  printed: total.printed,
  issued: total.issued,
  returned: total.returned,
  void: total.void,
  missing: total.missing,
  late: total.late,
  entered: total.entered,
  serials,
  voidSerials,
})

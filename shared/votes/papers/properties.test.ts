import * as fc from 'fast-check'
import { entryState, nextEntry, type Entry } from './entries.ts'
import { differencesIn, figuresOf, type HeadPaper } from './reconcile.ts'
import { canEnter, canMark, currentSheet, sheetState, type Sheet } from './sheets.ts'

// Random sequences of everything an office can do, by the rules alone: what is refused changes nothing.
interface Model {
  notice: string
  readonly heads: { sheets: Sheet[]; entries: Entry[]; voices: string[] }[]
}

const HEADS = 4
const acts = fc.array(
  fc.record({
    act: fc.constantFrom(
      ...(['print', 'reprint', 'issue', 'return', 'late', 'void', 'missing', 'enter'] as const),
      ...(['enter', 'enter', 'enter', 'renotice'] as const),
    ),
    head: fc.nat(HEADS - 1),
    person: fc.constantFrom('a', 'b', 'c'),
    digest: fc.constantFrom('1', '2'),
  }),
  { maxLength: 80 },
)
type Act = typeof acts extends fc.Arbitrary<readonly (infer T)[]> ? T : never

function run(model: Model, { act, head: place, person, digest }: Act): void {
  const head = model.heads[place]
  if (!head) return
  const { notice } = model
  const sheet = currentSheet(head.sheets, notice)
  const print = () => head.sheets.push({ edition: head.sheets.length + 1, notice })
  const exchange = (next: Sheet) => {
    head.sheets[next.edition - 1] = next
  }
  if (act === 'renotice') {
    // Text can change only before anything is handed in.
    if (model.heads.every(({ sheets }) => !sheets.some(({ returned }) => returned))) {
      model.notice = `${notice}+`
    }
  } else if (act === 'print') {
    if (!sheet) print()
  } else if (sheet) onSheet(act, sheet)

  function onSheet(what: Exclude<Act['act'], 'print' | 'renotice'>, current: Sheet): void {
    if (what === 'enter') {
      enterOne(current)
      return
    }
    const mark = what === 'late' ? 'return' : what
    if (!canMark(mark, current, '').ok) return
    if (mark === 'issue') exchange({ ...current, issued: {} })
    else if (mark === 'return') exchange({ ...current, returned: { late: what === 'late' } })
    else if (mark === 'reprint') {
      exchange({ ...current, struck: current.struck ?? { as: 'void', reason: '' } })
      print()
    } else exchange({ ...current, struck: { as: mark, reason: '' } })
  }

  function enterOne(current: Sheet): void {
    if (!head || head.voices.length > 0 || !canEnter(current, '').ok) return
    const next = nextEntry(head.entries, person, digest)
    if (!next.ok) return
    head.entries.push({ round: next.value.round, person, digest })
    if (next.value.equalTo !== undefined) {
      expect(next.value.equalTo).not.toBe(person)
      head.voices.push(digest)
    }
  }
}

const paperOf = ({ notice, heads }: Model): HeadPaper[] =>
  heads.map(({ sheets, entries, voices }, place) => ({
    ...{ building: '1', place: place + 1 },
    sheets: sheets.map((sheet) => {
      const late = sheet.returned?.late === true
      const entry = voices.length > 0 ? ('settled' as const) : entryState(entries)
      return {
        edition: sheet.edition,
        state: sheetState(sheet, notice),
        wasIssued: sheet.issued !== undefined,
        late,
        ...(sheet.returned && !late && { entry }),
      }
    }),
  }))

test('whatever happens, the sheets add up, and a head has one voice at most', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const model: Model = {
        notice: 'n',
        heads: Array.from({ length: HEADS }, () => ({ sheets: [], entries: [], voices: [] })),
      }
      for (const one of all) {
        run(model, one)
        const f = figuresOf(paperOf(model))
        expect(f.kept + f.out + f.returned + f.void + f.missing).toBe(f.printed)
        expect(f.entered + f.waiting + f.late).toBe(f.returned)
        expect(f.conflicts).toBeLessThanOrEqual(f.waiting)
        expect(f.heads).toBe(HEADS)
      }
      for (const { sheets, voices } of model.heads) {
        expect(voices.length).toBeLessThanOrEqual(1)
        const back = sheets.filter(({ returned }) => returned)
        // One sheet of a head comes back at most, and only what came back in time speaks.
        expect(back.length).toBeLessThanOrEqual(1)
        if (voices.length > 0) expect(back[0]?.returned?.late).toBe(false)
      }
      const total = figuresOf(paperOf(model))
      const explained = differencesIn(total, true).reduce(
        (sum, { kind, count }) => (kind === 'unissued' || kind === 'unprinted' ? sum : sum + count),
        0,
      )
      // Every sheet is entered, void, waiting, or one that wants words.
      expect(total.entered + total.waiting + total.void + explained).toBe(total.printed)
    }),
    { numRuns: 150 },
  )
})

import { votes } from '#shared/votes/contract.ts'
import { personsIn } from '../../people/repository.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import type { Item, Table } from '../../platform/table/table.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { done, everyBallot } from '../votes.fixture.ts'
import { StoredBallot } from '../stored.ts'
import {
  enter,
  enterTwice,
  handOut,
  openedOnPaper,
  print,
  report,
  serialOfCode,
  strike,
  takeBack,
} from './papers.fixture.ts'

const told = ({ status, code }: { status: number; code?: string | undefined }) => code ?? status

describe.each(openTables)('what two people read off a sheet (%s)', (_, open) => {
  let app: VoteApp
  let written: Item[]
  let beforePut: (item: Item) => void
  beforeEach(async () => {
    written = []
    beforePut = () => undefined
    app = await openVoteApp(async (options) => {
      const opening = await open(options)
      return { ...opening, table: watched(opening.table) }
    })
  })
  afterEach(() => app.close())

  const watched = (table: Table): Table => {
    const put = async (item: Item) => {
      beforePut(item)
      await table.put(item)
      written.push(item)
    }
    return new Proxy(table, {
      get: (_target, name: keyof Table) => (name === 'put' ? put : table[name].bind(table)),
    })
  }

  /** An open vote whose first sheets were taken in. */
  async function takenIn(count = 1) {
    const { vote, codes } = await openedOnPaper(app)
    for (const code of codes.slice(0, count)) done(await takeBack(app, vote, code))
    return { vote, codes, code: codes[0] ?? '' }
  }

  const submissions = async (vote: string) =>
    (await everyBallot(app, vote)).flatMap(({ data }) => StoredBallot.parse(data).submissions)

  test('equal: one ballot, with the sheet and both who entered it', async () => {
    const { vote, code } = await takenIn()
    const { returned } = done(await lineOf(vote, code))
    app.clock.advance(60_000)
    await enterTwice(app, vote, code, { marks: ['for', 'double'] })
    expect(await submissions(vote)).toMatchObject([
      {
        ...{ voter: 'k-zhang', channel: 'paper', choices: ['for', 'abstain'], at: returned?.at },
        sheet: {
          ...{ serial: '1-1', signed: true },
          enteredBy: [{ person: 'committee' }, { person: 'community' }],
        },
      },
    ])
    expect(told(await enter(app, vote, code, 'chair'))).toBe('votes.sheet_settled')
  })

  const lineOf = async (vote: string, code: string) => {
    const client = await app.as('committee')
    const answer = await client.send(votes.lookAtSheet, { community: COMMUNITY, vote, code })
    return { ...answer, body: answer.body.line }
  }

  test('who entered it first may not enter it second', async () => {
    const { vote, code } = await takenIn()
    done(await enter(app, vote, code, 'committee'), 201)
    expect(told(await enter(app, vote, code, 'committee'))).toBe('votes.entered_by_you')
    expect(await submissions(vote)).toEqual([])
  })

  test('different: both are told, and a third person decides', async () => {
    const { vote, code } = await takenIn()
    done(await enter(app, vote, code, 'committee'), 201)
    const second = await enter(app, vote, code, 'community', { marks: ['against', 'against'] })
    expect(done(second, 201)).toMatchObject({ outcome: 'differs', line: { entry: 'differs' } })
    expect((await report(app, vote)).total).toMatchObject({ conflicts: 1, waiting: 1 })
    const third = await enter(app, vote, code, 'chair', { marks: ['against', 'against'] })
    expect(done(third, 201).outcome).toBe('settled')
    expect(await submissions(vote)).toMatchObject([
      {
        choices: ['against', 'against'],
        sheet: { enteredBy: [{ person: 'community' }, { person: 'chair' }] },
      },
    ])
  })

  test('different: or both begin anew, one after the other', async () => {
    const { vote, code } = await takenIn()
    done(await enter(app, vote, code, 'committee'), 201)
    done(await enter(app, vote, code, 'community', { signer: 1, signed: false }), 201)
    expect(done(await enter(app, vote, code, 'community'), 201).outcome).toBe('first')
    expect(told(await enter(app, vote, code, 'community'))).toBe('votes.entered_by_you')
    expect(done(await enter(app, vote, code, 'committee'), 201).outcome).toBe('settled')
  })

  test.each([
    ['an item left out', { marks: ['for'] }, 'votes.item_unanswered'],
    ['an item too many', { marks: ['for', 'for', 'for'] }, 'votes.item_unknown'],
    ['nobody who owns it', { signer: 2 }, 'votes.signer_unknown'],
  ] as const)('%s: refused, and nothing is kept', async (_name, read, code) => {
    const taken = await takenIn()
    expect(told(await enter(app, taken.vote, taken.code, 'committee', read))).toBe(code)
    expect(done(await lineOf(taken.vote, taken.code)).entry).toBe('none')
  })

  test('before it is taken in nothing is entered', async () => {
    const { vote, codes } = await openedOnPaper(app)
    expect(told(await enter(app, vote, codes[0] ?? '', 'committee'))).toBe(
      'votes.sheet_not_returned',
    )
  })

  test('nothing that is stored or answered tells a choice before two people agree', async () => {
    const { vote, code } = await takenIn()
    written = []
    const answers = [
      await enter(app, vote, code, 'committee', { marks: ['for', 'abstain'] }),
      await enter(app, vote, code, 'community', { marks: ['against', 'abstain'] }),
      await report(app, vote),
      await lineOf(vote, code),
    ]
    const CHOICE = /"(for|against|abstain|blank|double)"/
    expect(written.filter(({ pk }) => pk.startsWith('P#'))).toHaveLength(2)
    expect(CHOICE.exec(JSON.stringify([written, answers]))).toBeNull()
    done(await enter(app, vote, code, 'chair', { marks: ['against', 'abstain'] }), 201)
    // The expression does find one, in the box and nowhere else.
    const telling = written.filter((item) => CHOICE.test(JSON.stringify(item)))
    expect(telling.map(({ pk }) => pk.split('#')[0])).toEqual(['V'])
  })

  test('what broke off between the box and the paper is brought home by whoever comes next', async () => {
    const { vote, code } = await takenIn()
    done(await enter(app, vote, code, 'committee'), 201)
    beforePut = ({ pk }) => {
      if (pk.startsWith('P#')) throw new Error('the machine is gone')
    }
    expect((await enter(app, vote, code, 'community')).status).toBe(500)
    beforePut = () => undefined
    expect((await report(app, vote)).total).toMatchObject({ waiting: 1, entered: 0 })
    // Even one that differs cannot bring a second ballot, nor another choice.
    const late = await enter(app, vote, code, 'chair', { marks: ['against', 'against'] })
    expect(done(late, 201).outcome).toBe('settled')
    expect(await submissions(vote)).toMatchObject([{ choices: ['for', 'against'] }])
    expect((await report(app, vote)).total).toMatchObject({ waiting: 0, entered: 1 })
  })

  describe('at once', () => {
    test('the same entry three times is one', async () => {
      const { vote, code } = await takenIn()
      const thrice = (who: string) =>
        Promise.all([1, 2, 3].map(() => enter(app, vote, code, who, {}, `once-by-${who}`)))
      expect((await thrice('committee')).map((one) => done(one, 201).outcome)).toEqual([
        ...['first', 'first', 'first'],
      ])
      const second = await thrice('community')
      // Whoever comes after the settling write is told what is true: two people have agreed.
      expect(
        second.map(told).filter((one) => one !== 201 && one !== 'votes.sheet_settled'),
      ).toEqual([])
      expect(await submissions(vote)).toHaveLength(1)
    })

    test('two second entries, one equal and one not: one ballot, of the two who agree', async () => {
      const { vote, code } = await takenIn()
      done(await enter(app, vote, code, 'committee'), 201)
      await Promise.all([
        enter(app, vote, code, 'community'),
        enter(app, vote, code, 'chair', { marks: ['against', 'against'] }),
      ])
      expect(await submissions(vote)).toMatchObject([{ choices: ['for', 'against'] }])
      expect((await report(app, vote)).total).toMatchObject({ entered: 1, waiting: 0 })
    })

    test('a return and a void: one of them, and the other is told', async () => {
      const { vote, codes } = await openedOnPaper(app)
      for (const code of codes.slice(0, 4)) {
        const answers = await Promise.all([
          takeBack(app, vote, code),
          strike(app, vote, serialOfCode(code), 'void'),
        ])
        const refused = answers.map(told).filter((one) => one !== 200)
        expect([['votes.sheet_void'], ['votes.sheet_returned']]).toContainEqual(refused)
      }
      const { total } = await report(app, vote)
      expect(total.returned + total.void).toBe(4)
    })

    test('two people hand out the same sheets: each stands once', async () => {
      const { vote, codes } = await openedOnPaper(app)
      const serials = codes.map(serialOfCode)
      await Promise.all([handOut(app, vote, serials), handOut(app, vote, serials)])
      expect((await report(app, vote)).total).toMatchObject({ issued: codes.length, kept: 0 })
    })

    test('two people print: every head has one sheet that is valid', async () => {
      const vote = (await openedOnPaper(app)).vote
      const { total } = await report(app, vote)
      const again = await Promise.all([print(app, vote), print(app, vote, undefined, 'community')])
      expect(again.map((one) => done(one).pages)).toEqual([0, 0])
      expect((await report(app, vote)).total).toEqual(total)
    })
  })

  test('who works for the property has no hand in it, whatever else they are', async () => {
    const { vote, code } = await takenIn()
    const grant = (role: 'committee' | 'property') => ({
      ...{ scope: 'community' as const, of: COMMUNITY, role, from: '2026-01-01T00:00:00.000Z' },
    })
    const grants = [grant('committee'), grant('property')]
    await personsIn(app.ports.table).add('both', { name: '两边的人', grants, homes: [] })
    expect(told(await enter(app, vote, code, 'both'))).toBe('votes.paper_not_for_property')
    expect(told(await takeBack(app, vote, code, 'both'))).toBe('votes.paper_not_for_property')
    for (const who of ['property', 'fang', 'lodger']) {
      expect(told(await enter(app, vote, code, who))).toBe('auth.not_permitted')
    }
  })
})

import { DEMO } from '#shared/votes/profiles/demo.ts'
import type { RuleProfile, RuleValues } from '#shared/votes/profiles/profile.ts'
import { votes } from '#shared/votes/contract.ts'
import { SETTLING } from '#shared/votes/rules/life.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { codesIn, declare, handOut, print, report, serialOfCode } from './papers/papers.fixture.ts'
import {
  addOwners,
  CASES,
  castByPhone,
  castOnPaper,
  DEVELOPER,
  figuresOf,
  giveMandates,
  noticedVote,
  ownersOf,
  registerOf,
  type SheetOf,
  type VectorCase,
} from './vectors.fixture.ts'
import { COMMUNITY, importUnits, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import { confirmed, done } from './votes.fixture.ts'

/** The demo's rules with the policy of the case. */
let mockRules: RuleProfile
jest.mock('#shared/votes/profiles/index.ts', () => ({ profileOf: () => mockRules }))

const OF_THE_CASE = { source: 'the case', confidence: 'ours' } as const

function rulesOf({ policy: { parkingCounted, revote, proxyCap } }: VectorCase): RuleProfile {
  const silentNeeds = { numerator: 0, denominator: 1 }
  const of: Partial<RuleValues> = {
    ...{ parkingCounted, revote, proxyCap },
    ...{ silentNeeds, silentOnSpecial: true },
  }
  const sourced = Object.entries(of).map(([name, value]) => [name, { value, ...OF_THE_CASE }])
  return {
    ...DEMO,
    values: { ...DEMO.values, ...Object.fromEntries(sourced) } as typeof DEMO.values,
  }
}

/** Codes of the requests that may not be, in their order; every other request of every case is taken. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  // Another one where the first is final.
  T13c: ['votes.already_cast'],
  // A second after the close.
  T13d: ['votes.closed'],
  // A co-owner beside the representative.
  T15a: ['votes.representative_votes'],
  // An owner of another building.
  T19: ['votes.outside_scope'],
  // An agent after the owner's own.
  T23: ['votes.principal_has_cast'],
}

describe.each(openTables)('vectors, each ballot as a person hands it in (%s)', (_, open) => {
  let app: VoteApp
  afterEach(() => app.close())

  test.each(CASES.map((one) => [one.id, one] as const))('%s', async (id, vector) => {
    mockRules = rulesOf(vector)
    const units = registerOf(vector)
    app = await openVoteApp(open, [])
    app.clock.now = new Date('2026-02-10T02:00:00Z')
    await importUnits(app, units)
    await addOwners(app, units)
    const vote = await noticedVote(app, vector)
    await serve(vote, vector)
    expect(await handInAll(vote, vector)).toEqual(REFUSED[id] ?? [])
    expect(figuresOf(await publishedResult(vote, vector))).toEqual(vector.expect)
  })

  /** Of the homes of whom the case says so the notice came back signed from the post. */
  async function serve(vote: string, { served, ...vector }: VectorCase): Promise<void> {
    const community = await app.as('community')
    const proof = { way: 'post', carrier: '中国邮政', tracking: 'XA12345678' } as const
    for (const { unit, owners } of registerOf({ served, ...vector })) {
      if (!owners.some(({ key }) => served.includes(key))) continue
      const sent = { community: COMMUNITY, vote, unit, on: '2026-02-20', proof }
      done(await community.send(votes.recordServing, sent), 201)
    }
  }

  /** In the order of their times; the codes of what was refused. */
  async function handInAll(vote: string, vector: VectorCase): Promise<string[]> {
    app.clock.now = new Date('2026-03-17T00:00:00Z')
    await giveMandates(app, vote, vector)
    const isPaper = (ballot: VectorCase['ballots'][number]) =>
      // No phone is the developer's.
      ballot.channel === 'paper' || ballot.by === DEVELOPER
    const sheets = vector.ballots.some(isPaper) ? await printed(vote, vector) : []
    const refused: string[] = []
    const inOrder = [...vector.ballots].sort((a, b) => a.at.localeCompare(b.at))
    for (const ballot of inOrder) {
      app.clock.now = new Date(ballot.at)
      if (isPaper(ballot)) await castOnPaper(app, vote, ballot, sheets)
      else {
        const codes = await castByPhone(app, vote, ballot)
        refused.push(...codes.flatMap((code) => (code === undefined ? [] : [code])))
      }
    }
    return refused
  }

  /** Every sheet, printed and handed out, with whose it is. */
  async function printed(vote: string, vector: VectorCase): Promise<SheetOf[]> {
    const codes = codesIn(done(await print(app, vote)).html)
    const community = await app.as('community')
    const sheets: SheetOf[] = []
    for (const code of codes) {
      done(await handOut(app, vote, [serialOfCode(code)]))
      const look = { community: COMMUNITY, vote, code }
      const { line } = done(await community.send(votes.lookAtSheet, look))
      sheets.push({ code, owners: ownersOf(vector, line.units) })
    }
    return sheets
  }

  async function publishedResult(vote: string, { policy }: VectorCase) {
    const one = { community: COMMUNITY, vote }
    app.clock.now = new Date(Date.parse(policy.closesAt) + SETTLING)
    for (const office of ['committee', 'community']) {
      done(await declare(app, vote, office, await report(app, vote, office)))
    }
    await app.sweep()
    await confirmed(app, vote)
    const committee = await app.as('committee')
    done(await committee.send(votes.publishResult, one))
    return done(await committee.send(votes.result, one))
  }
})

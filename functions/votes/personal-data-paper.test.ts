import { account } from '#shared/privacy/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { confirmedAs, LONG_AGO } from './confirmed-as.fixture.ts'
import { castFor, entrusted } from './mandates/mandates.fixture.ts'
import { codesIn, enter, print, strike, takeBack, voteOnPaper } from './papers/papers.fixture.ts'
import { openVoteApp, addOwner, type VoteApp } from './vote-people.fixture.ts'
import { closedAndSwept, done, opened } from './votes.fixture.ts'

describe.each(openTables)('my ballots on paper among my data (%s)', (_, open) => {
  let app: VoteApp
  let vote: string
  let codes: readonly string[]
  beforeEach(async () => {
    app = await openVoteApp(open)
    vote = await opened(app, { mode: 'local_electronic', paper: true })
    codes = codesIn((await print(app, vote)).body.html)
  })
  afterEach(() => app.close())

  const FANG = 1
  const SUN_AND_ZHOU = 3
  const sheet = (place: number) => codes[place] ?? ''
  const mine = async (person: string) => {
    const { parts } = done(await (await app.as(person)).send(account.export, {}))
    const part = parts.find(({ feature }) => feature === 'votes')
    return { lines: part?.lines.map(({ value }) => value), data: JSON.stringify(part?.data) }
  }
  const foreseen = async (person: string) =>
    done(await (await app.as(person)).send(account.closure, {})).frozen.filter(({ what }) =>
      what.includes('选票'),
    )

  test('what I handed in on paper, from the moment two people have entered it; foreseen as frozen', async () => {
    await confirmedAs(app, '1-1-102', 'k-fang', { fang: { from: LONG_AGO } })
    done(await takeBack(app, vote, sheet(FANG)))
    const handedIn = app.clock.now.toISOString()
    app.clock.advance(60_000)
    done(await enter(app, vote, sheet(FANG), 'committee'), 201)
    expect((await mine('fang')).lines).toEqual([])
    done(await enter(app, vote, sheet(FANG), 'community'), 201)
    const { lines, data } = await mine('fang')
    expect(lines).toEqual(['纸质投票：第 1 项同意，第 2 项反对'])
    expect(JSON.parse(data)).toMatchObject([
      { units: ['1-1-102'], ballots: [{ at: handedIn, channel: 'paper', sheet: '2-1' }] },
    ])
    expect(await foreseen('fang')).toMatchObject([{ what: '您在 1 次表决中的选票' }])
    for (const person of ['lodger', 'zhang', 'chair', 'committee']) {
      expect([person, (await mine(person)).lines]).toEqual([person, []])
    }
    await closedAndSwept(app, vote)
    expect((await mine('fang')).lines).toHaveLength(1)
  })

  test('the home goes on: who was the owner keeps theirs, who comes after sees nothing of it', async () => {
    await addOwner(app.ports, 'heir', [['1-1-102', 'owner', 'k-fang']])
    await voteOnPaper(app, vote, sheet(FANG))
    app.clock.advance(60_000)
    const until = app.clock.now.toISOString()
    await confirmedAs(app, '1-1-102', 'k-fang', {
      fang: { from: LONG_AGO, until },
      heir: { from: until },
    })
    expect((await mine('fang')).lines).toHaveLength(1)
    expect(await mine('heir')).toEqual({ lines: [], data: '[]' })
    expect(await foreseen('heir')).toEqual([])
  })

  test.each([
    ['confirmed only after it was handed in', { from: '2027-01-01T00:00:00.000Z' }],
    ['sold before', { from: LONG_AGO, until: '2026-06-01T00:00:00.000Z' }],
    [
      'taken for the owner by mistake',
      { from: LONG_AGO, until: '2027-01-01T00:00:00.000Z', reason: 'mistaken' },
    ],
  ] as const)('%s: nothing', async (_name, held) => {
    await voteOnPaper(app, vote, sheet(FANG))
    await confirmedAs(app, '1-1-102', 'k-fang', { fang: held })
    expect((await mine('fang')).lines).toEqual([])
  })

  test('of two who own a home together, whose name stands under the sheet', async () => {
    await confirmedAs(app, '1-1-104', 'k-sun', {
      sun: { from: LONG_AGO },
      zhou: { from: LONG_AGO, owner: 'k-zhou' },
    })
    await voteOnPaper(app, vote, sheet(SUN_AND_ZHOU), { signer: 2 })
    const lines = Object.fromEntries(
      await Promise.all(['sun', 'zhou'].map(async (one) => [one, (await mine(one)).lines])),
    ) as Record<string, unknown[]>
    expect([lines['sun'], lines['zhou']]).toEqual([[], [expect.stringMatching(/^纸质投票：/)]])
  })

  test('a sheet nobody signed, and one that is void, are no ballots of mine', async () => {
    await confirmedAs(app, '1-1-102', 'k-fang', { fang: { from: LONG_AGO } })
    await confirmedAs(app, '1-1-105', 'k-wu', { wu: { from: LONG_AGO } })
    await voteOnPaper(app, vote, sheet(FANG), { signed: false })
    done(await strike(app, vote, '5-1', 'void'))
    expect((await mine('fang')).lines).toEqual([])
    expect((await mine('wu')).lines).toEqual([])
    expect(await foreseen('fang')).toEqual([])
  })

  test('what an agent cast for me is mine to know, not the agent’s, nor who comes after me', async () => {
    await addOwner(app.ports, 'heir', [['1-1-102', 'owner', 'k-fang']])
    const held = await entrusted(app, 'fang', 'lodger', vote)
    done(await castFor(app, 'lodger', vote, held.head, ['abstain', 'for']), 201)
    const { lines, data } = await mine('fang')
    expect(lines).toEqual(['手机投票（受托人代投）：第 1 项弃权，第 2 项同意'])
    expect(JSON.parse(data)).toMatchObject([{ ballots: [{ byAgent: true }] }])
    expect(data).not.toContain('signature')
    expect((await mine('lodger')).lines).toEqual([])
    expect((await mine('heir')).lines).toEqual([])
  })
})

import { DAY, dayOf, addDays } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import { rollShelf } from '../roll-shelf.ts'
import { votesIn } from '../repository.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { addPhoto, entrusted } from '../mandates/mandates.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { closedAndSwept, done, frozen, ITEMS, noticed, opened, windowOf } from '../votes.fixture.ts'
import { servedHeads } from './state.ts'
import { POST, servePaper, WITNESSES } from './serving.fixture.ts'

describe.each(openTables)('service of notice and ballot (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const told = ({ status, code }: { status: number; code: string | undefined }) => [status, code]
  const one = (vote: string) => ({ community: COMMUNITY, vote })
  const look = async (person: string, vote: string) =>
    done(await (await app.as(person)).send(votes.get, one(vote)))
  const state = async (vote: string) =>
    done(await (await app.as('committee')).send(votes.servingState, one(vote)))
  const units = async (vote: string, building = '1') =>
    done(await (await app.as('community')).send(votes.servingUnits, { ...one(vote), building }))
      .units
  const proofs = async (vote: string, unit?: string) =>
    done(await (await app.as('committee')).send(votes.servingProofs, { ...one(vote), unit })).items
  const served = async (vote: string) => {
    const repository = votesIn(app.ports, { community: COMMUNITY }, rollShelf())
    const found = await repository.find(vote)
    if (!found) throw new Error('the vote is gone')
    return (await servedHeads(repository, found)).size
  }

  test('an owner who opens the vote after the notice is served, all their homes, once', async () => {
    const early = await frozen(app)
    await look('zhang', early)
    expect((await state(early)).units.served).toBe(0)
    const vote = await noticed(app)
    expect(await state(vote)).toMatchObject({
      units: { total: 10, served: 0 },
      heads: { total: 8, served: 0 },
    })
    await look('zhang', vote)
    app.clock.advance(DAY)
    await look('zhang', vote)
    expect(await state(vote)).toMatchObject({
      round: 0,
      accepted: ['read', 'paper', 'post'],
      units: { total: 10, served: 2 },
      heads: { total: 8, served: 1 },
      areaCenti: { served: 18_957 },
      buildings: [
        { building: '1', units: 9, served: 1 },
        { building: '2', units: 1, served: 1 },
      ],
    })
    const day = dayOf(new Date(app.clock.now.getTime() - DAY))
    expect(await proofs(vote, '1-1-101')).toMatchObject([{ way: 'read', on: day, counts: true }])
    const [first] = await units(vote)
    expect(first).toEqual({ unit: '1-1-102', owners: ['k*****'], served: false, ways: [] })
    const community = await app.as('community')
    const asked = { ...one(vote), building: '1', unit: '1-1-103' }
    expect(done(await community.send(votes.servingUnits, asked)).units).toMatchObject([
      { unit: '1-1-103', owners: ['李**', '王**'] },
    ])
    expect((await units(vote)).at(-1)).toMatchObject({ unit: '1-1-101', served: true })
    expect(await served(vote)).toBe(1)
  })

  test('looking as a tenant, as the committee or as somebody’s agent serves nobody', async () => {
    const vote = await noticed(app)
    // Whoever gives a mandate has looked.
    await entrusted(app, 'zhang', 'lodger', vote)
    const before = await state(vote)
    for (const person of ['lodger', 'committee', 'buyer', 'community']) await look(person, vote)
    expect(await state(vote)).toEqual(before)
  })

  test('paper before two witnesses and post, each with what proves it', async () => {
    const vote = await noticed(app)
    const photos = [await addPhoto(app, 'committee')]
    const proof = { way: 'paper', handedTo: 'door', witnesses: WITNESSES, photos } as const
    const first = done(
      await servePaper(app, 'committee', vote, '1-1-103', { proof }, 'at-the-door'),
      201,
    )
    expect(first).toMatchObject({
      ...{ way: 'paper', handedTo: 'door', counts: true, by: '陈**', photos },
      witnesses: [{ name: '陈主任' }, { name: '老周' }],
    })
    expect(
      done(await servePaper(app, 'committee', vote, '1-1-103', { proof }, 'at-the-door'), 201),
    ).toEqual(first)
    const post = { proof: POST, on: dayOf(app.clock.now) }
    done(await servePaper(app, 'community', vote, '1-1-104', post), 201)
    expect(await proofs(vote)).toHaveLength(2)
    expect((await state(vote)).heads.served).toBe(2)
  })

  test.each([
    ['one witness twice', [WITNESSES[0], { ...WITNESSES[0] }], 'votes.one_witness'],
    [
      'the committee alone',
      [WITNESSES[0], { name: '李委员', office: 'committee' }],
      'votes.witnesses_all_committee',
    ],
  ] as const)('%s is no proof', async (_name, witnesses, code) => {
    const vote = await noticed(app)
    const photos = [await addPhoto(app, 'committee')]
    const proof = { way: 'paper', handedTo: 'owner', photos, witnesses: [...witnesses] } as never
    expect(told(await servePaper(app, 'committee', vote, '1-1-102', { proof }))).toEqual([
      422,
      code,
    ])
    expect(await proofs(vote)).toEqual([])
  })

  test('only between notice and close, only homes on the roll, only the desk', async () => {
    const early = await frozen(app)
    expect(told(await servePaper(app, 'committee', early, '1-1-102'))).toEqual([
      409,
      'votes.wrong_state',
    ])
    const vote = await noticed(app)
    const on = (days: number) => ({ on: addDays(dayOf(app.clock.now), days), proof: POST })
    const send = async (by: string, unit: string, rest = {}) =>
      told(await servePaper(app, by, vote, unit, rest))
    expect(await send('committee', '1-1-102', on(-1))).toEqual([422, 'votes.served_before_notice'])
    expect(await send('committee', '1-1-102', on(1))).toEqual([422, 'votes.served_later'])
    expect(await send('committee', '9-9-999')).toEqual([404, 'votes.unit_not_on_roll'])
    expect(await send('committee', 'P-001')).toEqual([404, 'votes.unit_not_on_roll'])
    expect(await send('property', '1-1-102', on(0))).toEqual([403, 'auth.not_permitted'])
    expect(await send('zhang', '1-1-102', on(0))).toEqual([403, 'auth.not_permitted'])
    const proof = {
      way: 'paper',
      handedTo: 'owner',
      witnesses: WITNESSES,
      photos: ['nope'],
    } as const
    expect(await send('committee', '1-1-102', { proof })).toEqual([404, 'photos.not_found'])
    expect(await proofs(vote)).toEqual([])
  })

  test('what is wrong is struck out beside it, also after the count, and nothing is added then', async () => {
    const vote = await opened(app)
    const { evidence } = done(
      await servePaper(app, 'committee', vote, '1-1-102', { proof: POST }),
      201,
    )
    const strike = async (id: string) => {
      const sent = { ...one(vote), evidence: id, unit: '1-1-102', reason: '退回，没有送到' }
      return (await app.as('community')).send(votes.strikeServing, sent)
    }
    const struck = done(await strike(evidence))
    expect(struck).toMatchObject({ counts: false, struck: { reason: '退回，没有送到', by: '郑*' } })
    expect(done(await strike(evidence))).toEqual(struck)
    expect(told(await strike('no-such-proof'))).toEqual([404, 'votes.evidence_not_found'])
    expect((await state(vote)).units.served).toBe(0)
    expect(await served(vote)).toBe(0)
    expect(await proofs(vote)).toEqual([struck])
    const kept = done(await servePaper(app, 'committee', vote, '1-1-102'), 201)
    await closedAndSwept(app, vote)
    const closed = dayOf(new Date(app.clock.now.getTime() - DAY))
    const late = { on: closed, proof: POST }
    expect(told(await servePaper(app, 'committee', vote, '1-1-105', late))).toEqual([
      409,
      'votes.serving_over',
    ])
    await look('wu', vote)
    expect((await proofs(vote)).map((one) => one.evidence).sort()).toEqual(
      [evidence, kept.evidence].sort(),
    )
    expect(done(await strike(kept.evidence)).struck?.reason).toBe('退回，没有送到')
  })

  test('a notice taken back served nobody for the next one', async () => {
    const vote = await noticed(app)
    await look('zhang', vote)
    done(await servePaper(app, 'committee', vote, '1-1-102'), 201)
    expect(await served(vote)).toBe(2)
    const committee = await app.as('committee')
    const text = { ...one(vote), title: '改过的标题', mode: 'local_electronic' as const }
    done(await committee.send(votes.redraft, { ...text, items: ITEMS }))
    done(await committee.send(votes.giveNotice, { ...one(vote), ...windowOf(app) }))
    expect(await served(vote)).toBe(0)
    expect(await state(vote)).toMatchObject({ round: 1, units: { served: 0 } })
    await look('zhang', vote)
    expect(await served(vote)).toBe(1)
  })

  test('the list of a building prints itself, names as the desk sees them, text as text', async () => {
    const vote = await noticed(app)
    const witnesses = [WITNESSES[0], { name: '<b>周</b>', office: 'neighbour' as const }] as never
    const photos = [await addPhoto(app, 'committee')]
    const proof = { way: 'paper' as const, handedTo: 'owner' as const, witnesses, photos }
    done(await servePaper(app, 'committee', vote, '1-1-102', { proof }), 201)
    const sheet = async (building: string) =>
      done(await (await app.as('committee')).send(votes.servingSheet, { ...one(vote), building }))
        .html
    const html = await sheet('1')
    for (const words of ['@page{size:A4', '1-1-102', '共 9 户，已送达 1 户，未送达 8 户']) {
      expect(html).toContain(words)
    }
    expect(html).toContain('&lt;b&gt;周&lt;/b&gt;（邻居）')
    expect(html).not.toContain('<b>')
    expect(await sheet('2')).not.toContain('1-1-102')
  })
})

import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, DAY, dayOf, startOfDay } from '#shared/kernel/calendar.ts'
import { api } from '#shared/api.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { feesIn } from '../fees/repository.ts'
import { sample } from '../photos/samples.fixture.ts'
import { mp3Frames } from '../photos/voice/voices.fixture.ts'
import { describeDynamo } from '../platform/table/dynoxide.fixture.ts'
import type { Answer, Client } from '../platform/test-client.fixture.ts'
import { registerReader } from '../register/offers.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import { addOwner } from '../votes/vote-people.fixture.ts'
import type { Ports } from '../platform/ports.ts'
import { login, s3EventOf } from './lambda-event.fixture.ts'
import type { LambdaProcess } from './lambda-process.fixture.ts'
import { openLambdaWorld, type LambdaWorld } from './lambda-world.fixture.ts'

const community = 'jinxiu'

function done<T>(answer: Answer<T>, status = 200): T {
  expect([answer.status, answer.code]).toEqual([status, undefined])
  return answer.body
}

/** The main journeys through the functions as built: every request a gateway's event, every job by clock or bucket. */
describeDynamo('the journeys on Lambda', () => {
  let world: LambdaWorld
  let lambda: LambdaProcess
  let clock: LambdaProcess
  beforeAll(async () => {
    world = await openLambdaWorld()
    lambda = world.start('api')
    world.pushTo(lambda)
    clock = world.start('clock')
    await world.admit('resident', 'neighbour', 'committee', 'community', 'property', 'manager')
  }, 30_000)
  afterAll(() => world.stop())

  const as = async (person: string): Promise<Client> =>
    login(lambda.invoke, await world.code(person))
  const tick = () => clock.invoke({})

  test('a complaint with a photo, answered, done and rated', async () => {
    const [resident, property] = [await as('resident'), await as('property')]
    const { photo, form } = done(await resident.send(api.photos.add, { community }), 201)
    await uploaded(form, sample('jpeg'))
    const key = form.fields['key'] ?? ''
    await world.start('upload').invoke(s3EventOf(key, sample('jpeg').length))
    expect(done(await resident.send(api.photos.get, { community, photo })).state).toBe('checking')

    const filing: Sent<typeof api.complaints.file> = {
      community,
      category: 'lift',
      text: '2 号电梯一直异响，老人不敢坐。',
      place: { kind: 'building', building: '1幢' },
      photos: [photo],
    }
    const photoFor = async (by: Client) => done(await by.send(api.photos.get, { community, photo }))
    const sending = { key: 'filed-on-a-train' }
    const { number } = done(await resident.send(api.complaints.file, filing, sending), 201)
    const again = done(await resident.send(api.complaints.file, filing, sending), 201)
    expect(again.number).toBe(number)
    expect((await property.send(api.complaints.get, { community, number })).status).toBe(404)

    // The text is looked at, WeChat asked about the photo, and what it says of it comes as a message.
    await tick()
    await until(async () => (await photoFor(resident)).state === 'passed')
    const { url = '' } = await photoFor(property)
    const shown = await fetch(url)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])

    const queue = done(await property.send(api.complaints.queue, { community }))
    expect(queue.items.map((card) => card.number)).toEqual([number])
    const one = { community, number }
    done(await property.send(api.complaints.accept, one))
    done(await property.send(api.complaints.reply, { ...one, text: '师傅明天上午到。' }))
    done(await property.send(api.complaints.resolve, { ...one, text: '已换好。' }))
    done(await resident.send(api.complaints.confirm, { ...one, rating: 5 }))
    await tick()
    const { state, timeline } = done(await resident.send(api.complaints.get, one))
    expect(state).toBe('confirmed')
    expect(timeline.map(({ kind }) => kind)).toEqual([
      'filed',
      'opened',
      'accepted',
      'replied',
      'resolved',
      'confirmed',
    ])
  })

  test('a voice note, heard by the property once WeChat has passed it', async () => {
    const [resident, property] = [await as('resident'), await as('property')]
    const filed = await resident.send(api.complaints.file, {
      ...{ community, category: 'lift', text: '2 号电梯又停了。' },
      place: { kind: 'building', building: '1幢' },
    })
    const one = { community, number: done(filed, 201).number }
    await tick()
    const { voice, form } = done(await resident.send(api.voices.add, { community }), 201)
    await uploaded(form, mp3Frames(12))
    await world.start('upload').invoke(s3EventOf(form.fields['key'] ?? '', mp3Frames(12).length))
    done(await resident.send(api.complaints.message, { ...one, voice }))
    const heard = async () =>
      done(await property.send(api.complaints.get, one)).timeline.at(-1)?.voice
    expect(await heard()).toEqual({ voice, state: 'checking', seconds: 12 })
    await tick()
    await until(async () => (await heard())?.state === 'passed')
    const sound = await fetch((await heard())?.url ?? '')
    expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/mpeg'])
    expect(Buffer.from(await sound.arrayBuffer())).toEqual(mp3Frames(12))
  })

  test('a notice, locked, read and counted once per person', async () => {
    const [committee, resident] = [await as('committee'), await as('resident')]
    const { notice, editions } = done(
      await committee.send(api.notices.publish, {
        community,
        title: '电梯年检',
        text: '本周五上午九点至十一点电梯年检，停运两小时。',
        category: 'safety',
      }),
      201,
    )
    expect(editions[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    for (const reader of [resident, resident, await as('neighbour')]) {
      done(await reader.send(api.notices.read, { community, notice }))
    }
    world.advance(15_000)
    await tick()
    expect(done(await resident.send(api.notices.get, { community, notice }))).toMatchObject({
      reads: 2,
      read: true,
      edition: 1,
    })
  })

  test('a vote over an imported register, from draft to result', async () => {
    await importRegister(
      '房号,建筑面积(㎡),业主姓名\n1-1-201,100,何一\n1-1-202,80.5,何二\n1-1-203,60,何三\n',
    )
    await ownersLogIn(['1-1-201', '1-1-202', '1-1-203'])

    const committee = await as('committee')
    const items = [{ matter: 4, title: '续聘安居物业', text: '续聘安居物业三年，收费标准不变。' }]
    const draft = { community, title: '物业续聘', mode: 'local_electronic', items } as const
    const { vote } = done(await committee.send(api.votes.draft, draft), 201)
    const one = { community, vote }
    done(await committee.send(api.votes.publishRoll, one))
    world.advance(8 * DAY)
    const back = await as('committee')
    const { roll } = done(await back.send(api.votes.freezeRoll, one))
    expect(roll).toMatchObject({ heads: 3, areaCenti: 24_050 })
    const today = dayOf(world.now())
    for (const step of ['consultation', 'summary', 'party', 'residents'] as const) {
      const days = { day: today, ...(step === 'consultation' && { from: addDays(today, -7) }) }
      const document = '小区公告栏，有存档'
      done(await back.send(api.votes.recordGate, { ...one, step, ...days, document }))
    }
    const opens = startOfDay(addDays(today, 16))
    const closes = new Date(opens.getTime() + 5 * DAY)
    const window = { opensAt: opens.toISOString(), closesAt: closes.toISOString() }
    done(await back.send(api.votes.giveNotice, { ...one, ...window }))

    world.advance(opens.getTime() - world.now().getTime() + 1_000)
    await tick()
    await cast('1-1-201', vote, 'for')
    await cast('1-1-202', vote, 'against')
    const owner = await as('1-1-201')
    expect(done(await owner.send(api.votes.turnout, one)).totalHeads).toBe(3)

    world.advance(closes.getTime() - world.now().getTime() + 61_000)
    await tick()
    for (const office of ['committee', 'community'] as const) {
      const { ballotsSha256 } = done(await (await as(office)).send(api.votes.countToConfirm, one))
      done(await (await as(office)).send(api.votes.confirmCount, { ...one, ballotsSha256 }))
    }
    done(await (await as('committee')).send(api.votes.publishResult, one))
    const result = done(await (await as('1-1-203')).send(api.votes.result, one))
    expect(result.items[0]).toMatchObject({
      participatingHeads: 2,
      forHeads: 1,
      forAreaCenti: 10_000,
      againstAreaCenti: 8_050,
      result: 'REJECTED',
    })
  })

  test('bills, how they came about, and the collection rate', async () => {
    const stored = feesIn(world.table, community)
    const standard = { id: 'high-rise', rate: 18_500, rounding: 'month' } as const
    const [from, to, dueOn] = ['2026-07', '2026-09', '2026-07-31']
    await stored.addStandard({
      ...standard,
      name: '高层住宅物业服务费',
      grade: '二级',
      includes: ['保洁'],
      validFrom: '2025-01-01',
      source: '前期物业服务合同第七条',
    })
    await stored.addPeriod({ from, to })
    const { id, ...terms } = standard
    const bill = { unit: '1-1-101', areaCenti: 8_957, standard: id, from, to, dueOn, payments: [] }
    await stored.addBill({ ...terms, ...bill })
    const mine = done(await (await as('resident')).send(api.fees.mine, { community }))
    expect(mine).toMatchObject({ dueFen: 49_710, items: [{ unit: '1-1-101', months: 3 }] })
    const rate = done(await (await as('manager')).send(api.fees.collection, { community }))
    expect(rate).toMatchObject({ billedFen: 49_710, paidFen: 0 })
  })

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await isSo()) return
      await sleep(50)
    }
    throw new Error('it did not come about in five seconds')
  }

  /** As a phone sends it. */
  async function uploaded(form: { url: string; fields: Record<string, string> }, file: Buffer) {
    const body = new FormData()
    for (const [name, value] of Object.entries(form.fields)) body.append(name, value)
    body.append('file', new Blob([file as BlobPart]))
    expect((await fetch(form.url, { method: 'POST', body })).status).toBe(201)
  }

  async function importRegister(csv: string): Promise<void> {
    const key = `registers/${community}/first`
    await world.blobs.put(key, Buffer.from(csv), 'text/csv')
    await world.start('register-import').invoke(s3EventOf(key, Buffer.byteLength(csv)))
  }

  /** Each owner has an account called as the home. */
  async function ownersLogIn(units: readonly string[]): Promise<void> {
    const found = await registerReader(world).units(community, units)
    for (const [place, label] of units.entries()) {
      const owner = found[place]?.owners[0] ?? 'nobody'
      await world.bind(label)
      await addOwner({ table: world.table } as Ports, label, [[label, 'owner', owner]])
    }
  }

  async function cast(unit: string, vote: string, choice: 'for' | 'against'): Promise<void> {
    const owner = await as(unit)
    const [head] = done(await owner.send(api.votes.get, { community, vote })).heads
    const about = { community, vote, head: head?.head ?? '' }
    const ballot = { ...about, choices: [{ item: 1, choice }], signature: SIGNED }
    done(await owner.send(api.votes.cast, ballot), 201)
    expect((await owner.send(api.votes.cast, ballot)).status).toBe(409)
  }
})

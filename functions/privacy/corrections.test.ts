import { api, type RefusalCode } from '#shared/api.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'

const { corrections, privacy, account } = api
const community = 'jinxiu'
const wish = { community, about: 'name' as const, text: '名册上写成“李方”，应为“李芳”。' }

describe.each(openTables)('corrections on %s', (_, open) => {
  let given: TestApp & { close: () => Promise<void> }
  let neighbour: Client
  let office: Client
  beforeEach(async () => {
    given = await openTestAppOn(open)
    neighbour = await given.as('neighbour')
    office = await given.as('community')
  })
  afterEach(() => given.close())

  test('asked, seen by the office by name, done, and on record; the person sees who looked', async () => {
    const { body } = await neighbour.send(corrections.ask, wish)
    const queue = (await office.send(corrections.queue, { community })).body.items
    expect(queue).toMatchObject([{ name: '李芳', units: ['1-1-102'], state: 'open' }])
    const answer = { community, correction: body.correction, state: 'done' as const }
    await office.send(corrections.answer, { ...answer, text: '已按不动产登记簿改正。' })
    expect((await office.send(corrections.queue, { community })).body.items).toEqual([])
    const mine = (await neighbour.send(corrections.mine, { community })).body.items
    expect(mine).toMatchObject([{ state: 'done', answer: '已按不动产登记簿改正。' }])
    const seen = (await neighbour.send(privacy.sights, {})).body.items
    expect(seen.map(({ who }) => who)).toEqual(['锦绣花园 社区 郑红'])
    await given.sweep()
    const { items } = await auditTrail(given.ports).latest(community, { limit: 5 })
    expect(items.map(({ entry }) => entry.act)).toEqual(['privacy.correct'])
  })

  test('how many wait is told of nobody; one is read as it is, and the person sees who looked', async () => {
    const waiting = async () => (await office.send(corrections.waiting, { community })).body
    expect(await waiting()).toEqual({ count: 0, more: false })
    const { body } = await neighbour.send(corrections.ask, wish)
    expect(await waiting()).toEqual({ count: 1, more: false })
    expect((await neighbour.send(privacy.sights, {})).body.items).toEqual([])
    const { correction } = body
    const read = await office.send(corrections.read, { community, correction })
    expect(read.body).toMatchObject({ name: '李芳', units: ['1-1-102'], text: wish.text })
    expect((await neighbour.send(privacy.sights, {})).body.items).toHaveLength(1)
    const answer = { community, correction, state: 'declined' as const, text: '名册无误。' }
    await office.send(corrections.answer, answer)
    expect(await waiting()).toEqual({ count: 0, more: false })
    // Who has it open still sees what became of it.
    const after = await office.send(corrections.read, { community, correction })
    expect(after.body).toMatchObject({ state: 'declined', answer: '名册无误。' })
  })

  test('the same request twice asks once', async () => {
    await neighbour.send(corrections.ask, wish, { key: 'asked-once-1' })
    await neighbour.send(corrections.ask, wish, { key: 'asked-once-1' })
    expect((await neighbour.send(corrections.mine, { community })).body.items).toHaveLength(1)
  })

  test('it goes with the account', async () => {
    await neighbour.send(corrections.ask, wish)
    await neighbour.send(account.close, {})
    given.clock.advance(7 * DAY)
    await given.sweep()
    expect(
      (await (await given.as('community')).send(corrections.queue, { community })).body.items,
    ).toEqual([])
  })

  const refused: readonly (readonly [string, RefusalCode, () => Promise<unknown>])[] = [
    [
      'an office of elsewhere',
      'scope.not_found',
      async () => (await given.as('strange_property')).send(corrections.queue, { community }),
    ],
    [
      'a neighbour who wants to see',
      'auth.not_permitted',
      () => neighbour.send(corrections.queue, { community }),
    ],
    [
      'a neighbour who wants to read one',
      'auth.not_permitted',
      () => neighbour.send(corrections.read, { community, correction: 'any' }),
    ],
    [
      'a neighbour who wants to know how many wait',
      'auth.not_permitted',
      () => neighbour.send(corrections.waiting, { community }),
    ],
    [
      'to read what is not',
      'privacy.correction_not_found',
      () => office.send(corrections.read, { community, correction: 'nothing' }),
    ],
    [
      'an answer to nothing',
      'privacy.correction_not_found',
      () =>
        office.send(corrections.answer, {
          ...{ community, correction: 'nothing', state: 'done' as const, text: '已改正。' },
        }),
    ],
    [
      'a second answer',
      'privacy.correction_answered',
      async () => {
        const { correction } = (await neighbour.send(corrections.ask, wish)).body
        const answer = { community, correction, state: 'declined' as const, text: '名册无误。' }
        await office.send(corrections.answer, answer)
        return office.send(corrections.answer, { ...answer, state: 'done' as const })
      },
    ],
    [
      'a sixth wish while five wait',
      'privacy.too_many_corrections',
      async () => {
        for (let n = 0; n < 5; n += 1) await neighbour.send(corrections.ask, wish)
        return neighbour.send(corrections.ask, wish)
      },
    ],
  ]
  test.each(refused)('%s is refused as %s', async (_name, code, send) => {
    expect(await send()).toMatchObject({ code })
  })

  test('two answers at the same time: one counts', async () => {
    const { correction } = (await neighbour.send(corrections.ask, wish)).body
    const answers = await Promise.all(
      (['done', 'declined'] as const).map((state) =>
        office.send(corrections.answer, { community, correction, state, text: '看过了。' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

import fc from 'fast-check'
import { people } from '#shared/people/contract.ts'
import { sessions, type Session } from '#shared/sessions/contract.ts'
import { secretKeys } from '../platform/keys/keys.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { ask, logIn, refresh } from './sessions.fixture.ts'

const SECOND = 1_000
const MINUTE = 60_000
const DAY = 86_400_000

describe.each(openTables)('refresh tokens on %s', (_, open) => {
  let given: TestApp & { readonly close: () => Promise<void> }
  beforeAll(async () => {
    given = await openTestAppOn(open)
  })
  afterAll(() => given.close())

  const isIn = async ({ token }: Session): Promise<boolean> =>
    (await ask(given.app, token, people.me, {})).status === 200
  const codeOf = async ({ token }: Session) => (await ask(given.app, token, people.me, {})).code
  const after = (ms: number) => given.clock.advance(ms)

  test('a token ends after a quarter of an hour, the refresh token gives the next pair', async () => {
    const first = await logIn(given, 'resident')
    after(15 * MINUTE - 1)
    expect(await isIn(first)).toBe(true)
    after(1)
    expect(await isIn(first)).toBe(false)
    const { status, body } = await refresh(given, first.refresh)
    expect([status, await isIn(body)]).toEqual([200, true])
    expect(body.refresh).not.toBe(first.refresh)
    expect(body.expiresAt).toBe(new Date(given.clock.now.getTime() + 15 * MINUTE).toISOString())
  })

  test('whoever looks in twice a year stays logged in; a year later they log in anew', async () => {
    const first = await logIn(given, 'resident')
    after(179 * DAY)
    const second = await refresh(given, first.refresh)
    after(179 * DAY)
    const third = await refresh(given, second.body.refresh)
    expect([second.status, third.status]).toEqual([200, 200])
    after(181 * DAY)
    expect(await refresh(given, third.body.refresh)).toMatchObject({
      status: 401,
      code: 'sessions.refresh_unknown',
    })
  })

  test('an answer that got lost is given again, the same to the letter', async () => {
    const first = await logIn(given, 'resident')
    after(20 * MINUTE)
    const lost = await refresh(given, first.refresh)
    after(59 * SECOND)
    const again = await refresh(given, first.refresh)
    expect(again.body).toEqual(lost.body)
    expect(await isIn(again.body)).toBe(true)
  })

  test('two refreshes at once get one pair', async () => {
    const first = await logIn(given, 'resident')
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => refresh(given, first.refresh)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => body.refresh)).size).toBe(1)
    expect(await isIn(answers[0]?.body as Session)).toBe(true)
  })

  describe('a token that was copied ends the family for everybody, in words', () => {
    const told = { status: 401, code: 'sessions.ended_reused' }

    test('where the one before is shown after the minute', async () => {
      const first = await logIn(given, 'resident')
      const second = (await refresh(given, first.refresh)).body
      after(60 * SECOND)
      expect(await refresh(given, first.refresh)).toMatchObject(told)
      expect(await codeOf(second)).toBe('sessions.ended_reused')
      const late = await refresh(given, second.refresh)
      expect(late).toMatchObject(told)
      expect(late.detail).toContain('为了安全')
    })

    test('where the new one has been used, within the minute too', async () => {
      const first = await logIn(given, 'resident')
      const second = (await refresh(given, first.refresh)).body
      const third = (await refresh(given, second.refresh)).body
      expect(await refresh(given, first.refresh)).toMatchObject(told)
      expect(await isIn(third)).toBe(false)
    })

    test('and no other login of the person', async () => {
      const [one, other] = [await logIn(given, 'resident'), await logIn(given, 'resident')]
      await refresh(given, one.refresh)
      after(2 * MINUTE)
      await refresh(given, one.refresh)
      expect([await isIn(one), await isIn(other)]).toEqual([false, true])
    })
  })

  test('what anyone may ask is answered whatever became of the session', async () => {
    const first = await logIn(given, 'resident')
    await refresh(given, first.refresh)
    after(2 * MINUTE)
    await refresh(given, first.refresh)
    expect((await ask(given.app, first.token, sessions.demoLogins, {})).status).toBe(200)
  })

  test('after a backup was put back, a phone that is ahead of it stays in', async () => {
    const first = await logIn(given, 'resident')
    const session = first.refresh.split('.')[2] ?? ''
    const key = { pk: 'PERSON#resident', sk: `SESSION#${session}` }
    const backedUp = await given.ports.table.get(key)
    const second = (await refresh(given, first.refresh)).body
    const third = (await refresh(given, second.refresh)).body
    const { version = 0 } = (await given.ports.table.get(key)) ?? {}
    await given.ports.table.put({
      ...key,
      v: 1,
      data: backedUp?.data ?? null,
      version: version + 1,
    })
    expect((await refresh(given, third.refresh)).status).toBe(200)
  })

  describe('nothing is given for', () => {
    const tampered = (change: (parts: string[]) => void) => (text: string) => {
      const parts = text.split('.')
      change(parts)
      return parts.join('.')
    }
    test.each([
      ['another generation', tampered((parts) => (parts[3] = '2'))],
      ['another person', tampered((parts) => (parts[1] = 'neighbour'))],
      ['another session', tampered((parts) => (parts[2] = 'x'.repeat(22)))],
      ['another digest', tampered((parts) => (parts[4] = 'A'.repeat(43)))],
      ['a piece of it', (text: string) => text.slice(0, 20)],
      ['anything else', () => 'x'],
      ['what would be a key of the store', () => `r1.a#b.c.1.${'A'.repeat(43)}`],
    ])('%s, and the family stands', async (_name, change) => {
      const first = await logIn(given, 'resident')
      expect(await refresh(given, change(first.refresh))).toMatchObject({
        status: 401,
        code: 'sessions.refresh_unknown',
      })
      expect((await refresh(given, first.refresh)).status).toBe(200)
    })

    test('a login without a refresh token, as the first release gave them', async () => {
      const { token } = await given.as('resident')
      const session = JSON.parse(atob(token.split('.')[1] ?? '')) as { sid: string }
      const made = secretKeys(new Uint8Array(32).fill(7)).digestText(
        'refresh token',
        'resident',
        session.sid,
        '',
        '1',
      )
      expect((await refresh(given, `r1.resident.${session.sid}.1.${made}`)).status).toBe(401)
    })

    test('a person who was deleted', async () => {
      const first = await logIn(given, 'neighbour')
      const key = { pk: 'PERSON#neighbour', sk: 'GRANTS' }
      const grants = await given.ports.table.get(key)
      await given.ports.table.delete(key, grants?.version ?? 0)
      expect((await refresh(given, first.refresh)).status).toBe(401)
      expect(await isIn(first)).toBe(false)
    })
  })

  test('over whatever network, two phones and their tabs stay logged in', async () => {
    const Fate = fc.constantFrom('request lost', 'answer lost')
    // Four losses of at most 14 seconds end within the minute, as the client's patience does.
    const Losses = fc.array(fc.record({ fate: Fate, takes: fc.integer({ min: 0, max: 14 }) }), {
      maxLength: 4,
    })
    const Turn = fc.record({
      phone: fc.constantFrom(0, 1),
      waits: fc.integer({ min: 60, max: 40_000 }),
      losses: Losses,
      tabs: fc.integer({ min: 1, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(Turn, { minLength: 1, maxLength: 8 }), async (turns) => {
        const phones = [await logIn(given, 'coowner'), await logIn(given, 'coowner')]
        for (const { phone, waits, losses, tabs } of turns) {
          after(waits * SECOND)
          const held = phones[phone] as Session
          for (const { fate, takes } of losses) {
            if (fate === 'answer lost') await refresh(given, held.refresh)
            after(takes * SECOND)
          }
          const answers = await Promise.all(
            Array.from({ length: tabs }, () => refresh(given, held.refresh)),
          )
          expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
          // Each tab may keep its own: they are one.
          expect(new Set(answers.map(({ body }) => body.refresh)).size).toBe(1)
          phones[phone] = answers[0]?.body as Session
          expect(await isIn(phones[phone])).toBe(true)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('whoever copied a token is out, with the phone, as soon as both have used it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        async (before, later, thiefFirst) => {
          let held = await logIn(given, 'coowner')
          for (let turn = 0; turn < before; turn += 1)
            held = (await refresh(given, held.refresh)).body
          const copied = held
          for (let turn = 0; turn < later; turn += 1) {
            after(15 * MINUTE)
            const from = thiefFirst ? copied.refresh : held.refresh
            held = (await refresh(given, turn === 0 ? from : held.refresh)).body
          }
          after(15 * MINUTE)
          expect((await refresh(given, copied.refresh)).code).toBe('sessions.ended_reused')
          expect((await refresh(given, held.refresh)).code).toBe('sessions.ended_reused')
          expect(await isIn(held)).toBe(false)
        },
      ),
      { numRuns: 15 },
    )
  })
})

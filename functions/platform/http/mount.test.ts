import { Hono } from 'hono'
import { contract } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { secretKeys } from '../keys/keys.ts'
import { silentLog } from '../log/log.ts'
import type { Ports } from '../ports.ts'
import type { Directory } from './access.ts'
import { answerErrors } from './answer-errors.ts'
import type { Feature } from './call.ts'
import { mount } from './mount.ts'

const told = { summary: 'Tells something', output: z.object({ told: z.string() }) } as const
const input = z.object({ of: z.coerce.number().optional() })
const tales = contract({
  one: { ...told, method: 'GET', path: '/tales/one', access: 'anyone', input },
  other: { ...told, method: 'GET', path: '/tales/other', access: 'anyone', input },
  secret: { ...told, method: 'GET', path: '/tales/secret', access: 'signed_in', input },
})

const feature: Feature<typeof tales, string> = {
  open: () => 'Once upon a time',
  handlers: {
    one: (_, { repository }) => Promise.resolve({ told: repository }),
    other: ({ of = 1 }) => Promise.resolve({ told: `${of} others` }),
    secret: () => Promise.resolve({ told: 'nothing' }),
  },
}

const ports = {
  now: () => new Date('2026-11-24T02:00:00Z'),
  newId: () => 'id',
  keys: secretKeys(new Uint8Array(32)),
  limits: { use: () => Promise.resolve(0) },
  log: silentLog,
} as Partial<Ports> as Ports
const nowhere = () => Promise.resolve(undefined)
const directory: Directory = { identify: nowhere, community: nowhere, place: nowhere }

type Load = Parameters<typeof mount<typeof tales, string>>[2]

function mounted(load: Load) {
  const app = new Hono()
  answerErrors(app, ports)
  mount({ app, ports, directory }, tales, load)
  return async (path: string) => {
    const response = await app.request(`/api/v1/tales/${path}`)
    return [response.status, (await response.json()) as unknown]
  }
}

const ONE = [200, { told: 'Once upon a time' }]

test('what answers is loaded by the first request to any of its operations, once', async () => {
  const load = jest.fn(() => Promise.resolve(feature))
  const ask = mounted(load)
  expect(load).not.toHaveBeenCalled()
  const both = await Promise.all([ask('one'), ask('other?of=3')])
  expect(both).toEqual([ONE, [200, { told: '3 others' }]])
  expect(await ask('one')).toEqual(ONE)
  expect(load).toHaveBeenCalledTimes(1)
})

test('what is there already needs no promise', async () => {
  expect(await mounted(() => feature)('one')).toEqual(ONE)
})

test('a load that failed is a fault to who waited for it, and tried again by the next', async () => {
  const load = jest.fn(() => Promise.resolve(feature))
  load.mockRejectedValueOnce(new Error('no such file'))
  const ask = mounted(load)
  const fault = [500, expect.objectContaining({ code: 'server.fault' })]
  expect(await Promise.all([ask('one'), ask('other')])).toEqual([fault, fault])
  expect(await ask('one')).toEqual(ONE)
  expect(load).toHaveBeenCalledTimes(2)
})

test.each([
  ['who is not let in', 'secret', 401, 'auth.required'],
  ['a request that is none', 'other?of=many', 400, 'request.invalid'],
])('%s loads nothing', async (_, path, status, code) => {
  const load = jest.fn(() => feature)
  expect(await mounted(load)(path)).toEqual([status, expect.objectContaining({ code })])
  expect(load).not.toHaveBeenCalled()
})

test('what answers one contract does not answer another', () => {
  const more = contract({ ...tales, third: { ...tales.one, path: '/tales/third' } })
  const app = new Hono()
  // @ts-expect-error -- The compiler is what is tested: it misses the handler of `third`.
  mount({ app, ports, directory }, more, () => feature)
  expect(app.routes).toHaveLength(4)
})

// The package as it would be uploaded, on an old phone: every page opens, and says something a person understands.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkPackage } from '../package-check.cjs'
import { createHost } from './weapp-host.cjs'

const dist = path.resolve('dist/weapp')
const KIB = 1_024
/** Phones that are started together: while one waits to ask again, others load their package. */
const AT_ONCE = 16

const session = { token: 't', expiresAt: '2027-01-01T00:00:00.000Z', refresh: 'r' }
const me = {
  person: 'p1',
  name: '张建国',
  memberships: [
    {
      community: 'jx',
      name: '锦绣花园',
      roles: ['owner', 'committee', 'manager'],
      homes: [{ unit: '1-2-801', areaCenti: 8_957, relation: 'owner' }],
    },
  ],
}

type Respond = NonNullable<NonNullable<Parameters<typeof createHost>[1]>['respond']>

/** Somebody is logged in; everything else is as \`otherwise\` says. */
const loggedIn =
  (otherwise: Respond): Respond =>
  (asked) => {
    if (asked.method === 'POST' && asked.url.endsWith('/sessions')) {
      return { statusCode: 201, data: JSON.stringify(session) }
    }
    return asked.url.endsWith('/me') ? { data: JSON.stringify(me) } : otherwise(asked)
  }

const missing: Respond = () => ({
  statusCode: 404,
  data: JSON.stringify({ code: 'x.not_found', detail: '没有找到这一条。' }),
})
const gone: Respond = () => {
  throw new Error('request:fail')
}
const faulty: Respond = () => ({
  statusCode: 500,
  data: JSON.stringify({
    code: 'server.fault',
    detail: '系统出了问题，请稍后再试。',
    request: 'r1',
  }),
})
const foreign: Respond = () => ({ data: JSON.stringify({ everything: 'changed' }) })

const { pages } = createHost(dist)

test('the package is one that WeChat takes', () => {
  expect(checkPackage(dist).problems).toEqual([])
})

test('what is read aloud reaches the templates', () => {
  const templates = readFileSync(path.join(dist, 'base.wxml'), 'utf8')
  for (const name of ['aria-role', 'aria-label', 'aria-checked']) {
    expect(templates).toMatch(new RegExp(`<view [^>]*${name}="{{`))
    expect(templates).toMatch(new RegExp(`<button [^>]*${name}="{{`))
  }
})

test('the code asks for nothing at its start, and logs in once', async () => {
  const host = createHost(dist, { respond: loggedIn(missing) })
  host.boot()
  await host.until(() => host.requests.length > 2)
  const logins = host.requests.filter(({ url }) => url.endsWith('/sessions'))
  expect(logins).toHaveLength(1)
  expect(JSON.parse(logins[0]?.data ?? '')).toEqual({
    code: 'fake-code',
    device: 'iPhone 8',
  })
})

async function openAndLook(page: string, otherwise: Respond) {
  const host = createHost(dist, { respond: loggedIn(otherwise) })
  host.boot(page)
  await host.until(() => /[\u4e00-\u9fff]/.test(host.text()), 60_000)
  return {
    page,
    unknownCalls: host.calls,
    errors: host.log.filter(([level]) => level === 'error'),
    firstIsLight: (host.setDatas[0]?.bytes ?? 0) <= 16 * KIB,
    allAreLight: host.setDatas.every(({ bytes }) => bytes <= 64 * KIB),
    nonsense: /undefined|null|NaN|\[object|Error|\{\w+\}/.exec(host.text())?.[0],
  }
}

test.each([
  ['what it asks for is missing', missing],
  ['the server is gone', gone],
  ['the server is at fault', faulty],
  ['the server answers as no contract says', foreign],
])(
  'every page opens, and says so in Chinese, where %s',
  async (_, otherwise) => {
    const looked = []
    for (let n = 0; n < pages.length; n += AT_ONCE) {
      const some = pages.slice(n, n + AT_ONCE)
      looked.push(...(await Promise.all(some.map((page) => openAndLook(page, otherwise)))))
    }
    expect(looked).toEqual(
      pages.map((page) => ({
        page,
        unknownCalls: [],
        errors: [],
        firstIsLight: true,
        allAreLight: true,
        nonsense: undefined,
      })),
    )
  },
  120_000,
)

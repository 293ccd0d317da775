// The package as it would be uploaded: WeChat's question comes before any private interface, and a no is kept.
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createHost, type Host } from './weapp-host.cjs'
import { PRIVATE } from './weapp-privacy.cjs'

const dist = path.resolve('dist/weapp')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'album-'))
  writeFileSync(path.join(folder, 'photo.jpg'), 'a photo')
})
afterAll(() => rmSync(folder, { recursive: true }))

const session = {
  ...{ token: 't', refresh: 'r', expiresAt: '2027-01-01T00:00:00.000Z' },
}
const me = {
  ...{ person: 'p1', name: '张建国' },
  memberships: [
    {
      ...{ community: 'jx', name: '锦绣花园', roles: ['owner'] },
      homes: [{ unit: '1-2-801', areaCenti: 8_957, relation: 'owner' }],
    },
  ],
}
const answers: Readonly<Record<string, unknown>> = {
  '/sessions': session,
  '/me': me,
  '/communities/jx': {
    ...{ id: 'jx', code: 'JX', name: '锦绣花园', street: 's', streetName: '街道' },
    ...{ propertyCompany: '物业', buildings: ['1幢'] },
    profile: { id: 'demo', name: '演示', version: 1, fictitious: true },
  },
}
const respond = ({ url }: { readonly url: string }) => {
  const found = Object.entries(answers).find(([end]) => url.endsWith(end))
  return found
    ? { data: JSON.stringify(found[1]) }
    : { statusCode: 404, data: JSON.stringify({ code: 'x.not_found', detail: '没有找到。' }) }
}

async function filing(agrees: boolean): Promise<Host> {
  const photos = [path.join(folder, 'photo.jpg')]
  const host = createHost(dist, { respond, photos, agrees })
  host.boot('resident/complaint-file/index')
  await host.until(() => host.byId('add-photo'), 10_000)
  host.tap('add-photo')
  return host
}

test('the package says that WeChat is to check', () => {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as object
  expect(app).toMatchObject({ __usePrivacyCheck__: true })
})

test('WeChat asks first, then the album opens', async () => {
  const host = await filing(true)
  await host.until(() => host.asked.includes('chooseMedia'))
  expect(host.asked).toEqual(['requirePrivacyAuthorize', 'chooseMedia'])
})

test('after a no nothing private is called, and the page says why', async () => {
  const host = await filing(false)
  await host.until('您没有同意微信的隐私授权')
  expect(host.asked).toEqual(['requirePrivacyAuthorize'])
})

test('the stand-in is strict: a private call before the question fails', async () => {
  const calls: string[] = []
  const { guarded } = await import('./weapp-privacy.cjs')
  const wx = guarded({ chooseMedia: () => calls.push('opened') }, {}, calls)
  const refused = await new Promise<{ errno?: number }>((resolve) =>
    wx.chooseMedia({ fail: resolve }),
  )
  expect([refused.errno, calls]).toEqual([104, ['chooseMedia']])
})

test('no source of ours reaches a private interface but through the one door', () => {
  const { readdirSync } = jest.requireActual<typeof import('node:fs')>('node:fs')
  const files = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.(test|fixture)\.tsx?$/.test(name),
  )
  const reaching = files.filter((name) => {
    const source = readFileSync(path.join('miniprogram', name), 'utf8')
    const isPrivate = PRIVATE.some((call) => source.includes(`Taro.${call}(`))
    return isPrivate && !source.includes('privately(')
  })
  expect(reaching).toEqual([])
})

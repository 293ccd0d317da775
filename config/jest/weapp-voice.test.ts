// A voice note in the package as it would be uploaded: WeChat asks first, its recorder records, its player plays.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mp3Frames } from '#functions/photos/voice/voices.fixture.ts'
import { complaintWith, NUMBER } from '#miniprogram/complaints.fixture.ts'
import { createHost, type Host } from './weapp-host.cjs'

type Options = NonNullable<Parameters<typeof createHost>[1]>

let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'voice-'))
  file = path.join(folder, 'voice.mp3')
  writeFileSync(file, mp3Frames(12))
})
afterAll(() => rmSync(folder, { recursive: true }))

const said = {
  ...{ seq: 2, at: '2026-11-21T02:00:00.000Z', kind: 'said', by: { role: '业主', name: '张*' } },
  ...{ photos: [], withheld: false },
  voice: { voice: 'v1', state: 'passed', url: 'https://files.invalid/v1', seconds: 12 },
}
const complaint = complaintWith({ acts: ['message'] })
const answers: Readonly<Record<string, unknown>> = {
  '/sessions': { token: 't', refresh: 'r', expiresAt: '2027-01-01T00:00:00.000Z' },
  '/me': {
    ...{ person: 'p1', name: '张建国' },
    memberships: [
      {
        ...{ community: 'jx', name: '锦绣花园', roles: ['owner'] },
        homes: [{ unit: '1-2-801', areaCenti: 8_957, relation: 'owner' }],
      },
    ],
  },
  [`/complaints/${NUMBER}`]: complaint,
  '/communities/jx/voices': {
    ...{ voice: 'v1', maxBytes: 10 },
    form: { url: 'https://files.invalid', fields: { key: 'incoming/jx/v1' } },
  },
  '/voices/v1': { voice: 'v1', state: 'checking', seconds: 12 },
  'files.invalid': '',
  '/messages': { ...complaint, timeline: [...complaint.timeline, said] },
}
const respond = ({ url }: { readonly url: string }) => {
  const found = Object.entries(answers).find(([end]) => url.endsWith(end))
  return found
    ? { data: JSON.stringify(found[1]) }
    : { statusCode: 404, data: JSON.stringify({ code: 'x.not_found', detail: '没有找到。' }) }
}

async function writing(options: Options = {}): Promise<Host> {
  const recording = { path: file, seconds: 12 }
  const host = createHost(path.resolve('dist/weapp'), { respond, recording, ...options })
  host.boot('resident/complaint/index', { number: NUMBER })
  await host.until(() => host.byId('act-message'), 10_000)
  host.tap('act-message')
  await host.until('要说的话')
  return host
}

test('WeChat asks first, then it records; heard again, sent without a word, and heard in the conversation', async () => {
  const host = await writing()
  host.tap('record-voice')
  await host.until(() => host.byId('stop-voice'))
  host.tap('stop-voice')
  await host.until('已传上，还没有发出')
  const asked = ['requirePrivacyAuthorize', 'authorize', 'RecorderManager.start']
  expect(host.asked.slice(0, 3)).toEqual(asked)
  host.tap('hear-voice')
  host.tap('send-message')
  await host.until('留言已送到。')
  const sent = host.requests.find(({ url }) => url.endsWith('/messages'))
  expect(JSON.parse(sent?.data ?? '')).toMatchObject({ voice: 'v1' })
  expect(JSON.parse(sent?.data ?? '')).not.toHaveProperty('text')
  host.tap('voice-v1')
  await host.until(() => host.told.filter(({ name }) => name === 'playVoice').length === 2)
  expect(host.told.filter(({ name }) => name === 'playVoice').map(({ title }) => title)).toEqual([
    ...[file, 'https://files.invalid/v1'],
  ])
  expect(host.calls).toEqual([])
})

test.each<[string, Options, string, readonly string[], boolean]>([
  [
    'the privacy contract',
    { agrees: false },
    '您没有同意微信的隐私授权',
    ['requirePrivacyAuthorize'],
    false,
  ],
  [
    'the microphone',
    { microphone: false },
    '请按“去设置”，打开“麦克风”',
    ['requirePrivacyAuthorize', 'authorize'],
    true,
  ],
  [
    'the phone’s own settings',
    { microphone: 'phone' },
    '请在手机的系统设置里允许微信使用“麦克风”',
    ['requirePrivacyAuthorize', 'authorize', 'RecorderManager.start'],
    true,
  ],
])(
  'after a no of %s nothing is recorded, and the page says why',
  async (_, options, words, asked, leads) => {
    const host = await writing(options)
    host.tap('record-voice')
    await host.until(words)
    expect(host.asked).toEqual(asked)
    expect(host.byId('open-settings') !== undefined).toBe(leads)
    if (!leads) return
    host.tap('open-settings')
    await host.until(() => host.told.some(({ name }) => name === 'openSetting'))
  },
)

test('a phone without a recorder has no button for it', async () => {
  const host = createHost(path.resolve('dist/weapp'), { respond })
  host.boot('resident/complaint/index', { number: NUMBER })
  await host.until(() => host.byId('act-message'), 10_000)
  host.tap('act-message')
  await host.until('要说的话')
  await host.until(() => host.byId('add-photo'))
  expect(host.byId('record-voice')).toBeUndefined()
})

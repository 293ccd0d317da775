import { answerPush, type PushEndpoint } from './push-endpoint.ts'
import { sealPush, type PushMessage } from './push.ts'

const settings = { appid: 'wx1', token: 'T', encodingAesKey: 'C'.repeat(43) }
const stamp = { timestamp: '1714112445', nonce: '9', random: Buffer.from('0123456789abcdef') }

function endpoint(received: (message: PushMessage) => Promise<void>) {
  const refused: string[] = []
  const at: PushEndpoint = {
    settings,
    now: () => new Date(1714112445_000),
    received,
    refused: (code) => void refused.push(code),
  }
  return { at, refused }
}
const pushed = (query: Readonly<Record<string, string>>, body: string, size = body.length) =>
  new Request(`https://example.org/weixin/push?${new URLSearchParams(query)}`, {
    method: 'POST',
    body,
    headers: { 'content-length': String(size) },
  })

test('a message is handed on and acknowledged', async () => {
  const messages: PushMessage[] = []
  const { at } = endpoint((message) => {
    messages.push(message)
    return Promise.resolve()
  })
  const { query, body } = sealPush('{"Event":"demo"}', settings, stamp)
  const response = await answerPush(pushed(query, body), at)
  expect([response.status, await response.text()]).toEqual([200, 'success'])
  expect(messages).toEqual([{ Event: 'demo' }])
})

test('the address is tried', async () => {
  const { at } = endpoint(() => Promise.resolve())
  const { query } = sealPush('{}', { appid: 'wx1', token: 'T' }, stamp)
  const tried = new URLSearchParams({ ...query, echostr: 'abc' })
  const response = await answerPush(new Request(`https://example.org/weixin/push?${tried}`), at)
  expect([response.status, await response.text()]).toEqual([200, 'abc'])
})

test('a forged message is refused, reported and not handed on', async () => {
  const { at, refused } = endpoint(() => Promise.reject(new Error('must not be called')))
  const { query, body } = sealPush('{"Event":"demo"}', { ...settings, token: 'X' }, stamp)
  const response = await answerPush(pushed(query, body), at)
  expect([response.status, await response.text()]).toEqual([403, 'push.signature_wrong'])
  expect(refused).toEqual(['push.signature_wrong'])
})

test.each([
  ['too large', 70_000],
  ['of unknown size', undefined],
])('a body %s is not read', async (_, size) => {
  const { at } = endpoint(() => Promise.reject(new Error('must not be called')))
  const request = pushed({}, 'x', size ?? 1)
  if (size === undefined) request.headers.delete('content-length')
  expect((await answerPush(request, at)).status).toBe(413)
})

test('what the reader throws reaches the edge, so that WeChat sends the message again', async () => {
  const { at } = endpoint(() => Promise.reject(new Error('store away')))
  const { query, body } = sealPush('{"Event":"demo"}', settings, stamp)
  await expect(answerPush(pushed(query, body), at)).rejects.toThrow('store away')
})

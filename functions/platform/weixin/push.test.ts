import fc from 'fast-check'
import { signatureOf } from './push-crypto.ts'
import { echoOf, openPush, sealPush, type PushQuery, type PushSettings } from './push.ts'

// The worked examples of WeChat's page on message push.
const TOKEN = 'AAAAA'
const APPID = 'wxba5fad812f8e6fb9'
const KEY = 'A'.repeat(43)
const SEALED =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04='
const plain: PushSettings = { appid: APPID, token: TOKEN }
const safe: PushSettings = { ...plain, encodingAesKey: KEY }
const at = (seconds: number): Date => new Date(seconds * 1_000)

const echo: PushQuery = {
  signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
  echostr: '4375120948345356249',
  timestamp: '1714036504',
  nonce: '1514711492',
}
const plainPush: PushQuery = {
  signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78',
  timestamp: '1714037059',
  nonce: '486452656',
}
const safePush: PushQuery = {
  signature: '6c5c811b55cc85e0e1b54100749188c20beb3f5d',
  timestamp: '1714112445',
  nonce: '415670741',
  openid: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY',
  encrypt_type: 'aes',
  msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
}
const demo = (createTime: number) => ({
  ToUserName: 'gh_97417a04a28d',
  FromUserName: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY',
  CreateTime: createTime,
  MsgType: 'event',
  Event: 'debug_demo',
  debug_str: 'hello world',
})
const sealedBody = JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: SEALED })

describe('the worked examples', () => {
  test('the address is tried: the echo comes back', () => {
    expect(echoOf(echo, plain, at(1714036504))).toEqual({ ok: true, value: '4375120948345356249' })
  })

  test('a message in plain text', () => {
    const body = JSON.stringify(demo(1714037059))
    expect(openPush(plainPush, body, plain, at(1714037059))).toEqual({
      ok: true,
      value: demo(1714037059),
    })
  })

  test('a sealed message', () => {
    expect(openPush(safePush, sealedBody, safe, at(1714112445))).toEqual({
      ok: true,
      value: demo(1714112445),
    })
  })

  test('a sealed answer, to the byte', () => {
    const stamp = { timestamp: '1713424427', nonce: '415670741' }
    const answer = sealPush('{"demo_resp":"good luck"}', safe, {
      ...stamp,
      random: Buffer.from('707722b803182950'),
    })
    expect(answer.query['msg_signature']).toBe('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1')
    expect(JSON.parse(answer.body)).toEqual({
      Encrypt:
        'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==',
    })
  })
})

const sealedNow = (message: string, settings: PushSettings = safe) =>
  sealPush(message, settings, {
    timestamp: '1714112445',
    nonce: '9',
    random: Buffer.from('0123456789abcdef'),
  })
const otherApp = sealedNow('{"Event":"x"}', { ...safe, appid: 'wx0000000000000000' })
const otherKey = sealedNow('{"Event":"x"}', { ...safe, encodingAesKey: 'B'.repeat(43) })
const garbage = sealedNow('not JSON')
const list = sealedNow('[1]')
const signed = (encrypt: string): readonly [PushQuery, string] => [
  { ...safePush, msg_signature: signatureOf(TOKEN, '1714112445', '415670741', encrypt) },
  JSON.stringify({ Encrypt: encrypt }),
]
const [shortQuery, shortBody] = signed('AAAA')

test.each<[string, string, PushQuery, string, PushSettings, number]>([
  ['signature_wrong', 'no signature', { timestamp: '1714037059' }, '{}', plain, 1714037059],
  ['signature_wrong', 'another nonce', { ...plainPush, nonce: '1' }, '{}', plain, 1714037059],
  ['signature_wrong', 'another token', plainPush, '{}', { ...plain, token: 'B' }, 1714037059],
  [
    'signature_wrong',
    'a changed sealed body',
    safePush,
    sealedBody.replace('qdx1', 'qdx2'),
    safe,
    1714112445,
  ],
  [
    'signature_wrong',
    'only the weak signature',
    { ...safePush, msg_signature: '' },
    sealedBody,
    safe,
    1714112445,
  ],
  ['stale', 'sent eleven minutes ago', plainPush, '{}', plain, 1714037059 + 660],
  ['stale', 'sent in the future', plainPush, '{}', plain, 1714037059 - 660],
  ['unreadable', 'not JSON', plainPush, 'hello', plain, 1714037059],
  ['unreadable', 'not an object', plainPush, '[]', plain, 1714037059],
  ['unreadable', 'plain text in safe mode', plainPush, '{"Event":"x"}', safe, 1714037059],
  ['unreadable', 'another key', otherKey.query, otherKey.body, safe, 1714112445],
  ['unreadable', 'not whole blocks', shortQuery, shortBody, safe, 1714112445],
  ['unreadable', 'sealed, but not JSON', garbage.query, garbage.body, safe, 1714112445],
  ['unreadable', 'sealed, but not an object', list.query, list.body, safe, 1714112445],
  ['wrong_app', 'another mini-program', otherApp.query, otherApp.body, safe, 1714112445],
])('push.%s: %s', (code, _, query, body, settings, seconds) => {
  expect(openPush(query, body, settings, at(seconds))).toEqual({ ok: false, code: `push.${code}` })
})

test.each([
  ['push.signature_wrong', { ...echo, signature: '0' }, 1714036504],
  ['push.stale', echo, 1714036504 + 660],
])('%s when the address is tried', (code, query, seconds) => {
  expect(echoOf(query, plain, at(seconds))).toEqual({ ok: false, code })
})

test('a key of the wrong length is a fault of the settings', () => {
  const settings = { ...safe, encodingAesKey: 'A'.repeat(42) }
  expect(() => openPush(safePush, sealedBody, settings, at(1714112445))).toThrow('43 characters')
})

// What is read drops a field of this name, and no message of WeChat's has one.
const field = fc.string().filter((name) => name !== '__proto__')

test('whatever is sealed comes out again', () => {
  fc.assert(
    fc.property(fc.dictionary(field, fc.string({ unit: 'grapheme' })), (message) => {
      const { query, body } = sealedNow(JSON.stringify(message))
      expect(openPush(query, body, safe, at(1714112445))).toEqual({
        ok: true,
        value: JSON.parse(JSON.stringify(message)) as unknown,
      })
    }),
  )
})

test('whatever comes sealed by nobody is refused, never thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const [query, body] = signed(Buffer.from(bytes).toString('base64') || 'A')
      expect(openPush(query, body, safe, at(1714112445)).ok).toBe(false)
    }),
  )
})

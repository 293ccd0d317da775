import fc from 'fast-check'
import { webCodeIn, webLoginLink, webLoginScene } from './web-link.ts'

const LINK = webLoginLink('https://jiayuan.example', webLoginScene('ACD346'))

test.each([
  ['the address', LINK],
  ['the address as WeChat hands it on', encodeURIComponent(LINK)],
  [
    'an address whose browser encoded the colon',
    LINK.replace('jiayuan-login:', 'jiayuan-login%3A'),
  ],
  ['the same, handed on', encodeURIComponent(LINK.replace('login:', 'login%3A'))],
  ['the scene alone', 'jiayuan-login:ACD346'],
  ['small letters', 'jiayuan-login:acd346'],
])('the code is read from %s', (_, scanned) => {
  expect(webCodeIn(scanned)).toBe('ACD346')
})

test.each([
  ['nothing', ''],
  ['a bare code: it could be anything', 'ACD346'],
  ['half a code', 'jiayuan-login:ACD'],
  ['a longer one', 'jiayuan-login:ACD3467'],
  ['somebody else’s login', 'https://login.example/scan?code=ACD346'],
  ['a payment', 'wxp://f2f0ACD346'],
])('no code is read from %s', (_, scanned) => {
  expect(webCodeIn(scanned)).toBeUndefined()
})

test('every code comes back from its link, whatever the site', () => {
  const code = fc.stringMatching(/^[A-Z0-9]{6}$/)
  fc.assert(
    fc.property(fc.webUrl(), code, (site, one) => {
      expect(webCodeIn(webLoginLink(site, webLoginScene(one)))).toBe(one)
    }),
    { numRuns: 50 },
  )
})

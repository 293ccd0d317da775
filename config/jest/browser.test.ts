import { openBrowser, planFor, describeInBrowser } from './browser.ts'

const HERE = process.execPath

test.each([
  ['linux-x64', {}, 'run'],
  ['darwin-arm64', {}, 'skip'],
  ['darwin-arm64', { REQUIRE_BROWSER: '1' }, 'fail'],
  ['darwin-arm64', { REQUIRE_BROWSER: '0' }, 'skip'],
  ['darwin-arm64', { CHROMIUM_PATH: HERE }, 'run'],
  ['darwin-arm64', { CHROMIUM_PATH: HERE, REQUIRE_BROWSER: '1' }, 'run'],
  ['linux-x64', { CHROMIUM_PATH: '/nowhere/chromium' }, 'skip'],
  ['linux-x64', { CHROMIUM_PATH: '/nowhere/chromium', REQUIRE_BROWSER: '1' }, 'fail'],
])('on %s with %j, tests in a browser %s', (machine, env, kind) => {
  expect(planFor(env, machine).kind).toBe(kind)
})

test('what is missing is said', () => {
  expect(planFor({}, 'win32-x64')).toMatchObject({
    why: 'npm has no Chromium for win32-x64; set CHROMIUM_PATH to one',
  })
})

describeInBrowser('the browser', () => {
  test('draws Chinese with a Chinese font, though the machine has none', async () => {
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      await page.setContent('<p id="words">锦绣花园</p>')
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('DOM.enable')
      await devtools.send('CSS.enable')
      const { root } = await devtools.send('DOM.getDocument')
      const selector = { nodeId: root.nodeId, selector: '#words' }
      const { nodeId } = await devtools.send('DOM.querySelector', selector)
      const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
      expect(fonts.map(({ familyName }) => familyName).join()).toMatch(
        /Sans SC|Sans CJK|PingFang|Hei/,
      )
    } finally {
      await browser.close()
    }
  }, 60_000)
})

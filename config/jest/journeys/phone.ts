// A person with a phone: one browser context, the H5 page as served, taps and keystrokes.
import type { Browser, FileChooser, Locator, Page } from 'playwright-core'

export type Login =
  'resident' | 'coowner' | 'tenant' | 'committee' | 'property' | 'manager' | 'community' | 'street'

export interface Phone {
  readonly page: Page
  /** Errors of the page itself. That the network failed is none. */
  readonly faults: readonly string[]
  /** What has the selector, or says exactly these words, in the page in front. */
  see(what: string): Locator
  tap(what: string): Promise<void>
  /** Waits until the page in front says so. */
  reads(words: string | RegExp): Promise<void>
  /** Whether the page in front says it now. */
  says(words: string): Promise<boolean>
  write(id: string, text: string): Promise<void>
  /** An address of the site, as if it were typed or sent by somebody. */
  open(path: string): Promise<void>
  logIn(login: Login): Promise<void>
  /** Takes a photo where the page asks for one, and waits until it arrived. */
  takePhoto(): Promise<void>
  /** Turns the wheel in front by so many lines, takes what it shows then. */
  turnWheel(lines: number): Promise<void>
  hangUp(): Promise<void>
}

interface PhoneOptions {
  readonly elder?: boolean
}

const SIZE = { width: 390, height: 844 }
const WAIT_MS = 20_000
// Chromium's own words where a request failed or was refused.
const NETWORK = /^Failed to load resource|net::ERR_/

export async function openPhone(
  browser: Browser,
  site: string,
  { elder = false }: PhoneOptions = {},
): Promise<Phone> {
  const context = await browser.newContext({
    ...{ baseURL: site, viewport: SIZE, hasTouch: true, isMobile: true },
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' },
  })
  context.setDefaultTimeout(WAIT_MS)
  if (elder) {
    await context.addInitScript(() => localStorage.setItem('elder', JSON.stringify({ data: 'on' })))
  }
  const page = await context.newPage()
  const faults = faultsOf(page)
  const see = (what: string): Locator =>
    (/^[#[.]/.test(what) ? page.locator(what) : page.getByText(what, { exact: true }))
      .filter({ visible: true })
      .last()
  const tap = (what: string): Promise<void> => see(what).tap()
  const reads = (words: string | RegExp): Promise<void> =>
    page.getByText(words).filter({ visible: true }).first().waitFor()
  return {
    ...{ page, faults, see, tap, reads },
    says: async (words) => (await page.getByText(words).filter({ visible: true }).count()) > 0,
    write: (id, text) => see(`#${id} :is(input, textarea), :is(input, textarea)#${id}`).fill(text),
    async open(path) {
      await page.goto(path)
    },
    async logIn(login) {
      await page.goto('/pages/login/index')
      await tap(`[id="demo:${login}"]`)
      await page.waitForURL('**/pages/home/index*')
    },
    takePhoto: () => takePhoto(page, () => tap('#add-photo')),
    turnWheel: (lines) => turnWheel(page, lines),
    hangUp: () => context.close(),
  }
}

function faultsOf(page: Page): readonly string[] {
  const faults: string[] = []
  page.on('pageerror', (err) => faults.push(err.message))
  page.on('console', (said) => {
    if (said.type() === 'error' && !NETWORK.test(said.text())) faults.push(said.text())
  })
  return faults
}

async function takePhoto(page: Page, ask: () => Promise<void>): Promise<void> {
  const arrived = page.getByText(/已传上/)
  const before = await arrived.count()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ask()])
  // What the screen shows is a real JPEG, of a size that has to be made smaller.
  await chooser.setFiles(photoNamed('photo.jpg', await page.screenshot({ type: 'jpeg' })))
  await arrived.nth(before).waitFor()
}

type Given = Exclude<Parameters<FileChooser['setFiles']>[0], string | readonly string[]>
const photoNamed = (name: string, buffer: Buffer): Given => ({
  name,
  mimeType: 'image/jpeg',
  buffer,
})

/** A finger on the wheel: the kit listens to touches, not to scrolling. */
async function turnWheel(page: Page, lines: number): Promise<void> {
  const wheel = page
    .locator('.nut-picker-roller, .nut-picker-list')
    .filter({ visible: true })
    .first()
  await wheel.waitFor()
  const box = await wheel.boundingBox()
  if (!box) throw new Error('no wheel is shown')
  const finger = await page.context().newCDPSession(page)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const line = 44
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at === undefined ? [] : [{ x, y: at }],
    })
  await touch('touchStart', y)
  for (let moved = 1; moved <= lines * 4; moved += 1)
    await touch('touchMove', y - (moved * line) / 4)
  await touch('touchEnd')
  await finger.detach()
  await page.getByText('确定', { exact: true }).filter({ visible: true }).tap()
}

// A person with a phone: one browser context, the H5 page as served, taps and keystrokes.
import type { Browser, FileChooser, Locator, Page } from 'playwright-core'

export type Login =
  | 'resident'
  | 'newcomer'
  | 'coowner'
  | 'tenant'
  | 'committee'
  | 'property'
  | 'manager'
  | 'community'
  | 'street'
  | 'district'
  | 'admin'

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
  /** As a person does it, on the login page. */
  logIn(login: Login): Promise<void>
  /** Opens the page anew until it says so: something is done on the server's own time. */
  reloadsUntil(words: string | RegExp): Promise<void>
  /** What the API answers this person; with a body, to a POST. */
  ask(path: string, body?: object): Promise<unknown>
  /** Takes a photo where the page asks for one, and waits until it arrived. */
  takePhoto(): Promise<void>
  /** Takes a photo by this button; whether it can be sent is another matter. */
  snap(button: string): Promise<void>
  /** Where it is not so yet: leaves the app and comes back with the size of letters changed, to the same page. */
  comesBack(options: { readonly elder: boolean }): Promise<void>
  /** Turns the wheel in front by so many lines, takes what it shows then. */
  turnWheel(lines: number): Promise<void>
  hangUp(): Promise<void>
}

export interface PhoneOptions {
  readonly elder?: boolean
  /** Who logged in on it before. */
  readonly login?: Login
}

const HOME = '/pages/home/index'
const SIZE = { width: 390, height: 844 }
const WAIT_MS = 20_000
const GLANCE_MS = 300
/** In which a page has opened, also while other tests keep the machine busy. */
export const OPENED_MS = 1_500
/** Of the kit's wheels, in px. */
const LINE = 44
// Chromium's own words where a request failed or was refused.
const NETWORK = /^Failed to load resource|net::ERR_/

export async function openPhone(
  browser: Browser,
  site: string,
  { elder = false, login: before }: PhoneOptions = {},
): Promise<Phone> {
  const context = await browser.newContext({
    ...{ baseURL: site, viewport: SIZE, hasTouch: true, isMobile: true },
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' },
  })
  context.setDefaultTimeout(WAIT_MS)
  if (elder) {
    await context.addInitScript(keep, { elder: 'on' })
  }
  const page = await context.newPage()
  const faults = faultsOf(page)
  if (before) {
    const kept = { session: await loggedIn(site, before) }
    const keeping = await context.addInitScript(keep, kept)
    await page.goto(HOME)
    // From now on it is the app's: what it renews or forgets stays so.
    await keeping.dispose()
  }
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
      await page.waitForURL(`**${HOME}*`)
    },
    reloadsUntil: (words) =>
      reloadedUntil(page, page.getByText(words).filter({ visible: true }).first(), GLANCE_MS),
    ask: (path, body) => page.evaluate(askAsPerson, { path, body }),
    takePhoto: () => takePhoto(page, () => tap('#add-photo')),
    snap: (button) => snap(page, () => tap(button)),
    async comesBack(options) {
      const size = page.locator(options.elder ? 'body.elder' : 'body:not(.elder)')
      if ((await size.count()) > 0) return
      await page.evaluate(comeBack, options.elder)
      await size.waitFor()
    },
    turnWheel: (lines) => turnWheel(page, lines),
    hangUp: () => context.close(),
  }
}

/** What a login leaves on the phone: to open the login page for each would cost more than most of what is done then. */
async function loggedIn(site: string, login: Login) {
  const demo = `demo:${login}`
  const reply = await fetch(`${site}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: demo, device: 'Chrome 浏览器，Linux 电脑' }),
  })
  if (!reply.ok) throw new Error(`${reply.status}: ${await reply.text()}`)
  return { ...((await reply.json()) as object), demo }
}

/** Runs in the page, before the app: puts into the phone's storage. */
function keep(values: Readonly<Record<string, unknown>>): void {
  for (const [key, data] of Object.entries(values)) {
    localStorage.setItem(key, JSON.stringify({ data }))
  }
}

/**
 * Opens the page anew until it has it: what is due is done on the server's own time.
 * @param patience how long what was tapped last may take to open the page that is to be reloaded
 */
export async function reloadedUntil(page: Page, shown: Locator, patience: number): Promise<void> {
  const end = Date.now() + WAIT_MS
  let isThere = await waitedFor(shown, patience)
  while (!isThere) {
    if (Date.now() > end) throw new Error(`never came up: ${String(shown)}`)
    await page.reload()
    // Once it has asked for nothing more, all that it has is shown.
    isThere = await waitedFor(shown, GLANCE_MS)
    if (isThere) return
    await page.waitForLoadState('networkidle', { timeout: OPENED_MS }).catch(() => undefined)
    isThere = await shown.isVisible()
  }
}

const waitedFor = (shown: Locator, timeout: number): Promise<boolean> =>
  shown.waitFor({ timeout }).then(
    () => true,
    () => false,
  )

/** Runs in the page, with the session that it keeps. */
async function askAsPerson({ path, body }: { path: string; body?: object | undefined }) {
  const kept = localStorage.getItem('session') ?? '{}'
  const { data } = JSON.parse(kept) as { data?: { token: string } }
  const headers = { authorization: `Bearer ${data?.token ?? ''}` }
  const posted = body && {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      'idempotency-key': `journeys-${crypto.randomUUID()}`,
    },
    body: JSON.stringify(body),
  }
  return (await fetch(`/api/v1${path}`, posted ?? { headers })).json() as Promise<unknown>
}

/** Runs in the page: the app reads its setting anew each time it comes to the front. */
function comeBack(elder: boolean): void {
  localStorage.setItem('elder', JSON.stringify({ data: elder ? 'on' : 'off' }))
  window.dispatchEvent(new Event('visibilitychange'))
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
  await snap(page, ask)
  await arrived.nth(before).waitFor()
}

async function snap(page: Page, ask: () => Promise<void>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ask()])
  // What the screen shows is a real JPEG, of a size that has to be made smaller.
  await chooser.setFiles(photoNamed('photo.jpg', await page.screenshot({ type: 'jpeg' })))
}

type Given = Exclude<Parameters<FileChooser['setFiles']>[0], string | readonly string[]>
const photoNamed = (name: string, buffer: Buffer): Given => ({
  name,
  mimeType: 'image/jpeg',
  buffer,
})

/** A finger on the wheel: the kit listens to touches, not to scrolling. */
async function turnWheel(page: Page, lines: number): Promise<void> {
  const wheel = page.locator('.nut-pickerview-list').filter({ visible: true }).first()
  await wheel.waitFor()
  const box = await wheel.boundingBox()
  if (!box) throw new Error('no wheel is shown')
  const finger = await page.context().newCDPSession(page)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', moved?: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: moved === undefined ? [] : [{ x, y: y - moved }],
    })
  await touch('touchStart', 0)
  const way = Math.sign(lines)
  for (let step = 1; step <= Math.abs(lines) * 4; step += 1) {
    await touch('touchMove', way * ((step * LINE) / 4 + 3))
  }
  await touch('touchEnd')
  await finger.detach()
  // While the wheel still turns, the first tap stops it.
  const confirm = page.getByText('确认', { exact: true }).filter({ visible: true })
  for (let taps = 0; taps < 5 && (await confirm.count()) > 0; taps += 1) {
    await confirm.tap()
    await wheel.waitFor({ state: 'hidden', timeout: 1_500 }).catch(() => undefined)
  }
  await wheel.waitFor({ state: 'hidden' })
}

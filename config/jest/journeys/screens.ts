// The documents' screenshots: several phones side by side in one picture.
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { openPhone, type Phone } from './phone.ts'
import { startServer } from './server.ts'
import type { Stop } from './stop.ts'
import { goTo, stopsOf } from './tour.ts'
import { findIds } from './tour-ids.ts'

interface Shot {
  readonly stop: string
  readonly elder?: boolean
}
const PICTURES: Readonly<Record<string, readonly Shot[]>> = {
  overview: [{ stop: 'home' }, { stop: 'vote' }, { stop: 'vote-result' }],
  elder: [{ stop: 'vote' }, { stop: 'vote', elder: true }],
  complaint: [{ stop: 'complaint-file' }, { stop: 'handle' }, { stop: 'complaint' }],
}
const MOST_BYTES = 250 * 1_024

/** @param say tells what was made and how big it is */
export async function takeScreens(folder: string, say: (line: string) => void): Promise<void> {
  const server = await startServer()
  const browser = await openBrowser()
  try {
    const stops = await stopsOn(browser, server.url)
    mkdirSync(folder, { recursive: true })
    for (const [name, shots] of Object.entries(PICTURES)) {
      const phones: Buffer[] = []
      for (const shot of shots) phones.push(await take(browser, server.url, stops, shot))
      const file = path.join(folder, `${name}.png`)
      writeFileSync(file, await sideBySide(browser, phones))
      const bytes = statSync(file).size
      say(`${file}: ${Math.ceil(bytes / 1_024)} KiB`)
      if (bytes > MOST_BYTES) throw new Error(`${file} is larger than ${MOST_BYTES} bytes`)
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function stopsOn(browser: Browser, site: string): Promise<readonly Stop[]> {
  const phones: Phone[] = []
  for (const login of ['resident', 'property', 'committee'] as const) {
    const phone = await openPhone(browser, site)
    await phone.logIn(login)
    phones.push(phone)
  }
  const [resident, clerk, chair] = phones
  if (!resident || !clerk || !chair) throw new Error('nobody is there')
  const stops = stopsOf(await findIds(resident, clerk, chair))
  for (const phone of phones) await phone.hangUp()
  return stops
}

async function take(
  browser: Browser,
  site: string,
  stops: readonly Stop[],
  { stop: name, elder = false }: Shot,
): Promise<Buffer> {
  const stop = stops.find((one) => one.name === name)
  if (!stop) throw new Error(`no page is called ${name}`)
  const phone = await openPhone(browser, site, { elder })
  await phone.logIn(stop.login)
  await goTo(phone, stop)
  const picture = await phone.page.screenshot({ type: 'png' })
  await phone.hangUp()
  return picture
}

async function sideBySide(browser: Browser, pictures: readonly Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 100, height: 100 } })
  const images = pictures.map(
    (one) => `<img src="data:image/png;base64,${one.toString('base64')}">`,
  )
  await page.setContent(
    `<style>body { margin: 0; display: inline-flex; gap: 16px; padding: 16px; background: #d9dde2 }
     img { display: block; border-radius: 12px }</style>${images.join('')}`,
  )
  await page.waitForFunction(() => [...document.images].every((one) => one.naturalWidth > 0))
  const picture = await page.locator('body').screenshot()
  await page.close()
  return picture
}

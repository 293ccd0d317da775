// One server, one browser and the people on their phones, for a file of journeys.
import type { Browser } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { openPhone, type Login, type Phone, type PhoneOptions } from './phone.ts'
import { startServer, type Server } from './server.ts'

export interface Street {
  readonly server: Server
  /** A phone that nobody is logged in on. */
  phone(options?: PhoneOptions): Promise<Phone>
  /** The phone of a demo person, logged in; a new one each time. */
  phoneOf(login: Login, options?: PhoneOptions): Promise<Phone>
}

// The first file of a run may have to fill the demo community first.
const OPEN_MS = 300_000

/** To be called inside `describe`: opened before its tests, closed after them. No page may have failed meanwhile. */
export function useStreet(browserArgs: readonly string[] = []): () => Street {
  let server: Server | undefined
  let browser: Browser | undefined
  const phones: Phone[] = []

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser(browserArgs)
  }, OPEN_MS)

  afterEach(async () => {
    const faults = phones.flatMap((phone) => phone.faults)
    await Promise.all(phones.splice(0).map((phone) => phone.hangUp()))
    expect(faults).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  }, 30_000)

  return () => {
    if (!server || !browser) throw new Error('the street is not open yet')
    const [there, window] = [server, browser]
    const phone: Street['phone'] = async (options) => {
      const opened = await openPhone(window, there.url, options)
      phones.push(opened)
      return opened
    }
    return {
      server: there,
      phone,
      phoneOf: (login, options) => phone({ ...options, login }),
    }
  }
}

import type { Browser, Page } from 'playwright-core'
import { votes } from '#shared/votes/contract.ts'
import { COMMUNITY, openVoteApp, unit, UNITS, type VoteApp } from '../vote-people.fixture.ts'
import { done, noticed } from '../votes.fixture.ts'
import { codesIn, HAND_IN, print, report } from './papers.fixture.ts'
import { openTemporaryTable } from '../../platform/table/open-tables.fixture.ts'
import { describeInBrowser, openBrowser } from '../../../config/jest/browser.ts'
import { readQrCode } from '../../../config/jest/journeys/qr-reader.ts'

jest.setTimeout(120_000)

/** A4 less its margins of 15 mm, in CSS pixels. */
const WIDTH = Math.round(((210 - 30) / 25.4) * 96)

/** Where somebody wants to look at them (`PHOTOGRAPHS=1`). */
async function photographed(page: Page, name: string): Promise<void> {
  if (process.env['PHOTOGRAPHS']) await page.screenshot({ path: `artifacts/screens/${name}.png` })
}

describeInBrowser('ballots on paper, as Chromium prints them', () => {
  let app: VoteApp
  let browser: Browser
  let vote: string
  beforeAll(async () => {
    browser = await openBrowser()
    app = await openVoteApp(openTemporaryTable, [...UNITS, ...MANY])
    vote = await noticed(app, { mode: 'paper_assisted' })
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  /** Forty homes of one owner: all are named. */
  const MANY = Array.from({ length: 40 }, (_, n) => unit(`3-2-${n + 101}`, ['k-rich']))

  async function opened(html: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 1123 } })
    await page.emulateMedia({ media: 'print' })
    await page.setContent(html)
    return page
  }

  const pagesOf = async (page: Page): Promise<number> => {
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  }

  /** What reaches beyond the paper, or out of its own box. */
  const cutOff = (page: Page): Promise<string[]> =>
    page.evaluate((width) => {
      const all = [...document.querySelectorAll<HTMLElement>('body *')]
      return all
        .filter((one) => !one.closest('svg'))
        .filter((one) => {
          const { right, left } = one.getBoundingClientRect()
          return (
            right > width + 1 ||
            left < -1 ||
            (one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
          )
        })
        .map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 40)}`)
    }, WIDTH)

  const smallest = (page: Page): Promise<number> =>
    page.evaluate(() => {
      const texts = [...document.querySelectorAll('body *')].filter((one) =>
        [...one.childNodes].some(
          (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
        ),
      )
      return Math.min(...texts.map((one) => parseFloat(getComputedStyle(one).fontSize)))
    })

  test('a page for each sheet, nothing cut off, and the code is what the camera reads', async () => {
    const { html, pages } = done(await print(app, vote))
    const page = await opened(html)
    await photographed(page, 'ballot')
    expect(await pagesOf(page)).toBe(pages)
    expect(await cutOff(page)).toEqual([])
    // 11 pt: who reads this is old.
    expect(await smallest(page)).toBeGreaterThanOrEqual(14.6)
    const codes = codesIn(html)
    const phone = { page, see: (id: string) => page.locator(id) }
    for (const [place, code] of [...codes.entries()].slice(0, 2)) {
      const read = await readQrCode(phone, `.sheet:nth-of-type(${place + 1}) .qr`)
      expect(read.replace(/-/g, '')).toBe(code.replace(/[- ]/g, ''))
    }
    await page.close()
  })

  test('what a voter has to know stands on the sheet', async () => {
    const { html } = done(await print(app, vote, undefined, 'community'))
    expect(html).not.toContain('class="sheet"')
    const committee = await app.as('committee')
    const sent = { community: COMMUNITY, vote, serial: '1-1', reason: '看一看', handIn: HAND_IN }
    const page = await opened(done(await committee.send(votes.reprintSheet, sent)).html)
    const words = (await page.locator('.sheet').innerText()).replace(/\s+/g, ' ')
    for (const said of [
      '致：1-1-101 等 2 套房屋的业主',
      '1 人，189.57 ㎡，含 2 套房',
      '同意 反对 弃权',
      '算弃权（算参与表决）',
      '没有签名的，整张票作废',
      '没有交回的，不算参与表决',
      HAND_IN,
      '业主签名',
      '代理人签名',
      '票号 1-2',
    ]) {
      expect(words).toContain(said)
    }
    await page.close()
  })

  test('notices: one for each head, with the whole text', async () => {
    const committee = await app.as('committee')
    const sent = { community: COMMUNITY, vote, handIn: HAND_IN }
    const { html, pages } = done(await committee.send(votes.printNotices, sent))
    const page = await opened(html)
    await photographed(page, 'notice')
    expect(await pagesOf(page)).toBe(pages)
    expect(await cutOff(page)).toEqual([])
    expect(html).toContain('每平方米筹集二十元')
    await page.close()
  })

  test('the reconciliation fits its page', async () => {
    const page = await opened((await report(app, vote)).html)
    await photographed(page, 'paper-report')
    expect(await pagesOf(page)).toBe(1)
    expect(await cutOff(page)).toEqual([])
    await page.close()
  })
})

import type { Browser } from 'playwright-core'
import { votes } from '#shared/votes/contract.ts'
import { describeInBrowser, openBrowser } from '../../../config/jest/browser.ts'
import { openTemporaryTable } from '../../platform/table/open-tables.fixture.ts'
import { servePaper } from '../serving/serving.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { castAs, closedAndCounted, done, opened } from '../votes.fixture.ts'

jest.setTimeout(60_000)

/** A4 less its margins of 16 mm, in CSS pixels. */
const WIDTH = Math.round(((210 - 32) / 25.4) * 96)

describeInBrowser('the announcement, as Chromium prints it', () => {
  let app: VoteApp
  let browser: Browser
  beforeAll(async () => {
    app = await openVoteApp(openTemporaryTable)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  test('fits its sheets, large, and says first that silence decides', async () => {
    const silence = {
      ...{ policy: 'FOLLOWS_MAJORITY' as const, clause: '议事规则第十八条' },
      warning: '不交回的，随已投票的多数。',
    }
    const vote = await opened(app, { silence })
    for (const person of ['zhang', 'fang', 'li', 'wu', 'zheng']) {
      done(await castAs(app, person, vote, ['for', 'for']), 201)
    }
    done(await servePaper(app, 'committee', vote, '1-1-107'), 201)
    await closedAndCounted(app, vote)
    const asked = { community: COMMUNITY, vote }
    const { html } = done(await (await app.as('fang')).send(votes.announcement, asked))
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 1_000 } })
    await page.setContent(html)
    await page.emulateMedia({ media: 'print' })
    if (process.env['PHOTOGRAPHS']) {
      await page.screenshot({ path: 'artifacts/screens/announcement.png', fullPage: true })
    }
    const facts = await page.evaluate(() => {
      const texts = [...document.querySelectorAll('body *')]
      const size = (one: Element) => parseFloat(getComputedStyle(one).fontSize)
      return {
        wide: texts.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length,
        // 13 pt and more: it hangs on a wall.
        small: texts.filter((one) => size(one) < 17 && !one.closest('.small')).length,
        first: document.querySelector('h2 + p')?.textContent ?? '',
      }
    })
    expect(facts).toMatchObject({ wide: 0, small: 0 })
    expect(facts.first).toContain('两种算法结论不同')
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(10_000)
    // A4 in points.
    expect(pdf.toString('latin1')).toMatch(/MediaBox ?\[0 0 59[45][.\d]* 84[12]/)
    await page.close()
  })
})

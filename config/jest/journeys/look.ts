// What can be measured of how a page looks, and its photograph.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Phone } from './phone.ts'

const SIZE = { width: 390, height: 844 }

/** What somebody would stumble on in the page in front: cut text, a target too small to hit, words that are not Chinese. */
export const stumblesIn = (phone: Phone): Promise<readonly string[]> => phone.page.evaluate(measure)

/** The whole page, however long, into a file, where somebody wants to look at them (`PHOTOGRAPHS=1`). */
export async function photograph(phone: Phone, name: string, folder = 'artifacts/screens') {
  if (!process.env['PHOTOGRAPHS']) return
  mkdirSync(folder, { recursive: true })
  const { page } = phone
  const height = await page.evaluate(() => {
    const pages = [...document.querySelectorAll('.taro_page')]
    const bar = document.querySelector('.weui-tabbar, .taro-tabbar__tabbar')?.clientHeight ?? 0
    return Math.max(0, ...pages.map((one) => one.scrollHeight)) + bar
  })
  await page.setViewportSize({ ...SIZE, height: Math.max(SIZE.height, Math.min(height, 6_000)) })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  await page.setViewportSize(SIZE)
}

/** Nothing is cut, too small or foreign, in normal and in elder mode; the pictures, where somebody wants them. */
export async function look(phone: Phone, name: string): Promise<void> {
  for (const mode of ['normal', 'elder'] as const) {
    await phone.page.evaluate(setElder, mode === 'elder')
    expect([name, mode, await stumblesIn(phone)]).toEqual([name, mode, []])
    await photograph(phone, `${name}-${mode}`)
  }
  await phone.page.evaluate(setElder, false)
}

/** As the app does, without opening the page anew: what was typed stays. */
function setElder(isOn: boolean): void {
  for (const one of [document.body, ...document.querySelectorAll('.taro_page > *')]) {
    one.classList.toggle('elder', isOn)
  }
}

/** Runs in the page, which knows nothing of what lies around it here. */
function measure(): readonly string[] {
  const LEAST = 44
  const ENGLISH = /[A-Za-z]{4,}/
  // A secret to be typed, and the codes that stand in for it, are no words.
  const FINGERPRINT = /[0-9a-f]{16,}|(?:[A-Z2-7]{4} )+[A-Z2-7]{1,4}|[A-Z0-9]{4}-[A-Z0-9]{4}/g
  // A device is called as its maker calls it.
  const BRAND = /Chrome|Edge|Linux|Windows/g
  const TARGETS =
    '[role=button], [role=radio], [role=tab], button, .weui-tabbar__item, .nut-picker-confirm-btn, .nut-picker-cancel-btn'
  const isShown = (one: Element): boolean => {
    const { width, height } = one.getBoundingClientRect()
    return width > 0 && height > 0 && getComputedStyle(one).visibility === 'visible'
  }
  const words = (one: Element): string => one.textContent.trim().slice(0, 24)
  const all = [...document.querySelectorAll<HTMLElement>('#container *, .nut-popup *')]
    .filter(isShown)
    .filter((one) => !one.closest('.nut-pickerview, #taro-navigation-bar'))

  const tooWide = [
    ...[document.documentElement, document.body],
    ...document.querySelectorAll('.taro_page'),
  ]
    .filter((one) => one.scrollWidth > one.clientWidth)
    .map((one) => `${one.tagName} is wider than the screen`)

  const tooSmall = all
    .filter((one) => one.matches(TARGETS))
    .flatMap((one) => {
      const { width, height } = one.getBoundingClientRect()
      const isHit = Math.round(height) >= LEAST && Math.round(width) >= LEAST
      return isHit ? [] : [`target of ${width.toFixed(0)} × ${height.toFixed(0)}: ${words(one)}`]
    })

  const textOf = (one: Element): string =>
    [...one.childNodes].map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : '')).join('')
  const isCut = (one: Element): boolean => {
    const { left, right } = one.getBoundingClientRect()
    const style = getComputedStyle(one)
    const over = style.display === 'inline' ? 0 : one.scrollWidth - one.clientWidth
    // A closing bracket at the end of a line is drawn half as wide as it is measured.
    const spare = style.overflowX === 'visible' ? parseFloat(style.fontSize) * 0.6 : 1
    return over > spare || left < 0 || right > innerWidth + 1
  }
  const texts = all.filter((one) => textOf(one).trim() !== '')
  const isForeign = (one: Element): boolean =>
    ENGLISH.test(textOf(one).replace(FINGERPRINT, '').replace(BRAND, ''))
  return [
    ...[...tooWide, ...tooSmall],
    ...texts.filter(isCut).map((one) => `cut: ${words(one)}`),
    ...texts.filter(isForeign).map((one) => `not Chinese: ${words(one)}`),
  ]
}

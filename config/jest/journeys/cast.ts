// A ballot as a person casts it in the H5 page: chosen item by item, read again, signed, sent.
import type { Phone } from './phone.ts'

/** 十, as parts of the pad's width and height. */
const NAME: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0.2, 0.5],
    [0.4, 0.5],
    [0.6, 0.5],
    [0.8, 0.5],
  ],
  [
    [0.5, 0.15],
    [0.5, 0.4],
    [0.5, 0.6],
    [0.5, 0.85],
  ],
]

/** Draws on the pad in front, as a finger does. */
export async function signOn({ see }: Phone): Promise<void> {
  const pad = see('#signature-canvas')
  await pad.waitFor()
  await pad.scrollIntoViewIfNeeded()
  for (const stroke of NAME) {
    await pad.evaluate((target, points) => {
      const { left, top, width, height } = target.getBoundingClientRect()
      const touch = (kind: string, at?: readonly number[]): void => {
        const [x = 0, y = 0] = at ?? []
        const place = { clientX: left + x * width, clientY: top + y * height }
        const touches = at ? [new Touch({ identifier: 1, target, ...place })] : []
        target.dispatchEvent(new TouchEvent(kind, { touches, bubbles: true, cancelable: true }))
      }
      points.forEach((point, n) => touch(n === 0 ? 'touchstart' : 'touchmove', point))
      touch('touchend')
    }, stroke)
  }
}

/** Sends it; where the login is not fresh any more, shows first who is there. */
async function sendBallot(owner: Phone): Promise<void> {
  await owner.tap('#cast')
  const cast = owner.page.getByText('我的选票').filter({ visible: true }).first()
  const asked = owner.page.locator('#presence-confirm').filter({ visible: true })
  await cast.or(asked).first().waitFor()
  if ((await asked.count()) > 0) await asked.tap()
  await cast.waitFor()
}

/** Chooses on every item in turn, signs and sends. */
export async function castBallot(owner: Phone, choices: readonly string[]): Promise<void> {
  for (const [index, choice] of choices.entries()) {
    const item = owner.page.getByRole('radiogroup', { name: `对第 ${index + 1} 项的表决` })
    await item.getByRole('radio', { name: choice }).tap()
  }
  await owner.tap('#review')
  await owner.reads('请再看一遍')
  await signOn(owner)
  await sendBallot(owner)
}

// Binding a home on the page as served, question by question.
import type { Phone } from './phone.ts'

/** Of building 1 of the demo's register. */
export interface Claimed {
  readonly unit: string
  readonly room: string
  readonly name: string
  /** Given by the stand-in's way; without it, a code or papers. */
  readonly phone?: string
  readonly secret?: string
  readonly ground?: string
}

/** From the agreement to the last button; where it is already given it is not asked. */
export async function claimHome(phone: Phone, said: Claimed): Promise<void> {
  await answerUpTo(phone, said)
  if (said.secret === undefined) {
    await phone.tap(said.ground ?? '我是登记的业主')
    await phone.tap('#next')
  }
  await phone.reads('请再看一遍')
  await phone.tap('#claim')
}

/** From the agreement to the question after the name. */
export async function answerUpTo(phone: Phone, said: Claimed): Promise<void> {
  if (!phone.page.url().includes('home-claim')) await phone.open('/resident/home-claim/index')
  const who = phone.see('我是业主')
  await who.or(phone.see('#agree')).waitFor()
  if ((await who.count()) === 0) await phone.tap('#agree')
  await phone.tap('我是业主')
  await phone.tap('#next')
  await chooseWay(phone, said)
  await tellPlaceAndName(phone, said)
}

/** Somebody who was named takes it on: by the code, under the name that was given. */
export async function acceptHelp(
  phone: Phone,
  said: Pick<Claimed, 'unit' | 'room' | 'name'> & { readonly secret: string },
): Promise<void> {
  await phone.open('/resident/home-claim/index')
  const who = phone.see('我是租户、家人或代办人')
  await who.or(phone.see('#agree')).waitFor()
  if ((await who.count()) === 0) await phone.tap('#agree')
  await who.tap()
  await phone.tap('#next')
  await phone.write('secret', said.secret)
  await phone.tap('#next')
  await tellPlaceAndName(phone, said)
  await phone.reads('请再看一遍')
  await phone.tap('#claim')
}

async function tellPlaceAndName(
  phone: Phone,
  said: Pick<Claimed, 'unit' | 'room' | 'name'>,
): Promise<void> {
  await phone.tap('锦绣花园')
  await phone.tap('#next')
  await phone.tap('#building')
  await phone.turnWheel(0)
  await phone.write('unit', said.unit)
  await phone.write('room', said.room)
  await phone.tap('#next')
  await phone.write('name', said.name)
  await phone.tap('#next')
}

async function chooseWay(phone: Phone, said: Claimed): Promise<void> {
  if (said.phone !== undefined) {
    await phone.write('phone', said.phone)
    await phone.tap('#give-phone')
    return
  }
  await phone.tap(said.secret === undefined ? '#way-papers' : '#way-code')
  if (said.secret === undefined) return
  await phone.write('secret', said.secret)
  await phone.tap('#next')
}

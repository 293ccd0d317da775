// Somebody who would rather speak than write, in a browser whose microphone hears a tone.
import { describeInBrowser } from '../browser.ts'
import { begin, caseOf, filed, phonesOf, went } from './cases.ts'
import { photograph, stumblesIn } from './look.ts'
import type { Phone } from './phone.ts'
import { useStreet } from './street.ts'

jest.setTimeout(120_000)

const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
const SPOKEN = '三栋二单元门口的灯坏了一个星期。'
const openMine = (phone: Phone, number: string) =>
  phone.open(`/resident/complaint/index?number=${number}`)

async function speak(phone: Phone, seconds: number, name?: string): Promise<void> {
  await phone.tap('#record-voice')
  await phone.reads(`正在录，${seconds} 秒`)
  if (name !== undefined) await photograph(phone, name)
  await phone.tap('#stop-voice')
  await phone.reads('已传上，还没有发出')
}

/** How long what sounds now is, once it does: the browser has understood it. */
const soundsOn = async ({ page }: Phone): Promise<number> => {
  await page.waitForFunction(() => (window as unknown as { heard: number[] }).heard.length > 0)
  return page.evaluate(() => (window as unknown as { heard: number[] }).heard[0] ?? 0)
}

/** A page that notes what it plays: nothing but the browser's own word for it counts. */
const listening = ({ page }: Phone) =>
  page.addInitScript(() => {
    const heard: number[] = []
    Object.assign(window, { heard })
    const { play } = HTMLMediaElement.prototype
    HTMLMediaElement.prototype.play = function noted(this: HTMLMediaElement) {
      this.addEventListener('playing', () => heard.push(this.duration))
      return play.call(this)
    }
  })

describeInBrowser('a voice note between a home and the property', () => {
  const street = useStreet(MICROPHONE)

  test('is recorded, heard again, sent without a word, and heard by the property once it is checked', async () => {
    const [owner, clerk] = await phonesOf(street(), 'resident', 'property')
    const number = await filed(owner, { category: 'repair', text: SPOKEN })
    await went(number, [clerk, 'accept'])
    await listening(owner)
    await openMine(owner, number)
    await owner.tap('#act-message')
    await photograph(owner, 'voice-offered')
    await speak(owner, 2, 'voice-speaking')
    expect(await stumblesIn(owner)).toEqual([])
    await photograph(owner, 'voice-composer')
    await owner.tap('#hear-voice')
    expect(Math.abs((await soundsOn(owner)) - 2.4)).toBeLessThan(2)
    await owner.tap('#send-message')
    await owner.reads('留言已送到。')

    await listening(clerk)
    await clerk.open(`/property/complaint/index?number=${number}`)
    await clerk.reloadsUntil(/^听语音 [23] 秒$/)
    await photograph(clerk, 'voice-conversation')
    expect(await stumblesIn(clerk)).toEqual([])
    await clerk.see('[id^="voice-"]').tap()
    expect(Math.abs((await soundsOn(clerk)) - 2.4)).toBeLessThan(2)

    await begin(clerk, 'reply')
    await clerk.write('reply-text', '今天下午换灯。')
    await speak(clerk, 1)
    await clerk.tap('#remove-voice')
    await clerk.see('#record-voice').waitFor()
    await clerk.tap('#send-reply')
    await clerk.reads('今天下午换灯。')
    const { timeline } = await caseOf(clerk, number)
    expect(timeline.map(({ voice }) => voice?.state)).toContain('passed')
    expect(timeline[timeline.length - 1]?.voice).toBeUndefined()
  })

  test('an elder sees it all as large, and what was recorded stays when the page is left', async () => {
    const owner = await street().phoneOf('resident', { elder: true })
    const number = await filed(owner, { category: 'repair', text: SPOKEN })
    await openMine(owner, number)
    await owner.tap('#act-message')
    await speak(owner, 1, 'voice-speaking-elder')
    await openMine(owner, number)
    await owner.tap('#act-message')
    await owner.reads('已传上，还没有发出')
    expect(await stumblesIn(owner)).toEqual([])
    await photograph(owner, 'voice-composer-elder')
    await owner.tap('#send-message')
    await owner.reads('留言已送到。')
    await owner.reloadsUntil(/^听语音 [12] 秒$/)
    await photograph(owner, 'voice-conversation-elder')
    expect(await stumblesIn(owner)).toEqual([])
  })
})

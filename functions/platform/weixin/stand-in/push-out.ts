import { sealPush } from '../push.ts'
import { hex } from './answers.ts'
import type { StandInOutside, StandInSettings } from './stand-in-settings.ts'

const TRIES = 3
const BETWEEN_TRIES = 5_000

/** Sends a message to the address of the settings, three times where nobody takes it. */
export type PushOut = (message: string) => Promise<void>

export function pushOutOf(
  { push: target, appid }: StandInSettings,
  { now, random, later, push }: StandInOutside,
): PushOut {
  const deliver = async (message: string, tries: number): Promise<void> => {
    if (!target) return
    const stamp = {
      timestamp: String(Math.floor(now().getTime() / 1_000)),
      nonce: String(Math.floor(random() * 1e9)),
      random: Buffer.from(hex(random, 16)),
    }
    const sealed = sealPush(message, { ...target, appid }, stamp)
    const headers = {
      'content-type': message.startsWith('<') ? 'text/xml' : 'application/json',
      'content-length': String(Buffer.byteLength(sealed.body)),
    }
    const url = `${target.url}?${new URLSearchParams(sealed.query)}`
    const sent = push(url, { method: 'POST', headers, body: sealed.body })
    const taken = await sent.then(isTaken).catch(() => false)
    if (!taken && tries > 1) later(BETWEEN_TRIES, () => deliver(message, tries - 1))
  }
  return (message) => deliver(message, TRIES)
}

const isTaken = async (response: Response): Promise<boolean> =>
  response.status === 200 && ['', 'success'].includes(await response.text())

import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { MINUTE } from '#shared/kernel/calendar.ts'
import * as z from '#shared/kernel/zod.ts'
import { isSameSecret } from '../keys/keys.ts'
import { xmlOf } from './push-xml.ts'
import { aesKeyOf, seal, signatureOf, unseal } from './push-crypto.ts'

/** As set in WeChat's console. With a key the mode is safe, and a message in plain text is refused. */
export interface PushSettings {
  readonly appid: string
  readonly token: string
  readonly encodingAesKey?: string
}

export type PushQuery = Readonly<Record<string, string>>

/** Who reads it knows which fields its event has. */
export type PushMessage = Readonly<Record<string, unknown>>

export type PushCode =
  /** Not from WeChat, or changed on its way. */
  | 'push.signature_wrong'
  /** Older or newer than ten minutes: recorded and sent again. */
  | 'push.stale'
  /** Neither JSON nor XML, not sealed with our key, or plain in safe mode. */
  | 'push.unreadable'
  /** For another mini-program. */
  | 'push.wrong_app'

// WeChat tries three times within seconds; the rest is for clocks that differ.
const WINDOW = 10 * MINUTE

const Sealed = z.looseObject({ Encrypt: z.string().min(1) })
const Message = z.record(z.string(), z.unknown())

/** The `echostr` to answer with when WeChat tries the address. */
export function echoOf(
  query: PushQuery,
  settings: PushSettings,
  now: Date,
): Decision<string, PushCode> {
  const known = admit(query, 'signature', [settings.token], now)
  return known.ok ? accept(query['echostr'] ?? '') : known
}

/** A pushed message, once its signature, age and app are right. Whether it came before is for its reader to know. */
export function openPush(
  query: PushQuery,
  body: string,
  settings: PushSettings,
  now: Date,
): Decision<PushMessage, PushCode> {
  if (settings.encodingAesKey === undefined) {
    const known = admit(query, 'signature', [settings.token], now)
    return known.ok ? messageOf(body) : known
  }
  const { data: sealed } = Sealed.safeParse(read(body))
  if (!sealed) return refuse('push.unreadable')
  // Over what was sealed: `signature` does not cover the body and proves nothing about it.
  const known = admit(query, 'msg_signature', [settings.token, sealed.Encrypt], now)
  if (!known.ok) return known
  const opened = unseal(aesKeyOf(settings.encodingAesKey), sealed.Encrypt)
  if (!opened) return refuse('push.unreadable')
  return opened.appid === settings.appid ? messageOf(opened.message) : refuse('push.wrong_app')
}

function admit(
  query: PushQuery,
  name: 'signature' | 'msg_signature',
  signed: readonly string[],
  now: Date,
): Decision<true, PushCode> {
  const { timestamp = '', nonce = '' } = query
  if (!isSameSecret(query[name] ?? '', signatureOf(...signed, timestamp, nonce))) {
    return refuse('push.signature_wrong')
  }
  const age = Math.abs(now.getTime() - Number(timestamp) * 1_000)
  return age <= WINDOW ? accept(true) : refuse('push.stale')
}

function messageOf(body: string): Decision<PushMessage, PushCode> {
  const { data } = Message.safeParse(read(body))
  return data ? accept(data) : refuse('push.unreadable')
}

/** In the format chosen in WeChat's console. */
const read = (body: string): unknown => (/^\s*</.test(body) ? xmlOf(body.trim()) : jsonOf(body))

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** A message in JSON or XML as WeChat sends it: query and body. Also what a sealed answer to WeChat is made of. */
export function sealPush(
  message: string,
  settings: PushSettings,
  stamp: { readonly timestamp: string; readonly nonce: string; readonly random: Uint8Array },
): { readonly query: PushQuery; readonly body: string } {
  const { appid, token, encodingAesKey } = settings
  const { timestamp, nonce, random } = stamp
  const query = { timestamp, nonce, signature: signatureOf(token, timestamp, nonce) }
  if (encodingAesKey === undefined) return { query, body: message }
  const Encrypt = seal(aesKeyOf(encodingAesKey), message, appid, random)
  const msg_signature = signatureOf(token, timestamp, nonce, Encrypt)
  return {
    query: { ...query, encrypt_type: 'aes', msg_signature },
    body: message.startsWith('<')
      ? `<xml><Encrypt><![CDATA[${Encrypt}]]></Encrypt></xml>`
      : JSON.stringify({ Encrypt }),
  }
}

import { maskPhone } from '#shared/kernel/mask.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { WeixinError } from '../platform/weixin/weixin.ts'
import { phoneHash } from './desk-keys.ts'
import type { Desk } from './desk.ts'

const PURPOSE = 'phone'

/** The number behind WeChat's button, kept sealed; WeChat being down is said, and there are other ways. */
export async function takePhone(desk: Desk, person: string, code: string): Promise<string> {
  const { ports, consents, persons, homes } = desk
  await consents.require(person, 'agreement')
  const openid = await persons.openidOf(person)
  if (openid === undefined) throw new RefusedError('bindings.no_weixin_account')
  const phone = await phoneBehind(desk, code, openid)
  const { keys, vault, now } = ports
  await homes.savePhone(person, {
    sealed: vault.seal(PURPOSE, phone),
    hash: phoneHash(keys, phone),
    at: now().toISOString(),
  })
  return maskPhone(phone)
}

async function phoneBehind({ ports }: Desk, code: string, openid: string): Promise<string> {
  try {
    return await ports.weixin.phoneNumber(code, openid)
  } catch (err) {
    if (!(err instanceof WeixinError)) throw err
    const isOurs = err.code === 'weixin.code_invalid'
    throw new RefusedError(
      isOurs ? 'bindings.phone_taken_back' : 'bindings.phone_unreachable',
      {},
      { cause: err },
    )
  }
}

/** In full; `undefined` where none was given, or its key is lost. */
export async function phoneOf(
  { homes, ports }: Pick<Desk, 'homes' | 'ports'>,
  person: string,
): Promise<string | undefined> {
  const held = await homes.phoneOf(person)
  return held && ports.vault.open(PURPOSE, held.sealed)
}

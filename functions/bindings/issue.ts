import { issueCode, type Issuing as Wanted } from '#shared/bindings/rules/codes.ts'
import type { CodeFor } from '#shared/bindings/terms.ts'
import type { NewCode } from '#shared/bindings/views.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { actingAs, changeHome } from './change-home.ts'
import { codeHash, memberIn, printed, secretOf } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import type { StoredActor } from './stored.ts'

interface Issuing extends Pick<Wanted, 'from' | 'until' | 'helper' | 'evidence'> {
  readonly community: string
  readonly unit: string
  readonly relation: CodeFor
  readonly member?: string | undefined
}

/** A new code in full. The same request gives it again, as long as nobody has used it. */
export async function issue(
  desk: Desk,
  call: Pick<Call<unknown>, 'key' | 'now' | 'newId'>,
  actor: StoredActor,
  { community, unit, relation, member, ...wanted }: Issuing,
): Promise<NewCode> {
  const { keys } = desk.ports
  const place = { community, unit }
  const memberOf = memberIn(keys, place)
  const secret = secretOf(keys, call.key)
  const code = call.key.id.slice(0, 22)
  const found = await changeHome(desk, place, { ...call, actor }, ({ home, registered }) => {
    if (registered.unit === '') throw new RefusedError('bindings.unknown_home')
    const owner = registered.owners.find(({ key }) => memberOf(key) === member)?.key
    const issuing = { ...wanted, code, hash: codeHash(keys, place, secret), relation, owner }
    return issueCode(home, issuing, actingAs(actor), registered, desk.rules, call.now)
  })
  const issued = found.stored.codes.find((one) => one.code === code)
  if (!issued) throw new RefusedError('bindings.code_gone')
  return { code, secret: printed(secret), unit, relation, expiresAt: issued.expiresAt }
}

import { symbolsOf } from '#shared/kernel/public-number.ts'
import { SESSION_RULES } from '#shared/sessions/rules.ts'
import * as z from '#shared/kernel/zod.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import type { Key, Table } from '../platform/table/table.ts'
import { base32, SECRET_BYTES, stepShown, totpUri } from './totp.ts'

// PERSON#<person> | FACTOR   the authenticator's secret, sealed; recovery codes as digests; the last step taken
const FORMAT = 1
const PURPOSE = 'totp'

const Factor = z.object({
  /** `started`: shown, and no code of it has come back yet. */
  state: z.enum(['started', 'on']),
  secret: z.string(),
  at: z.string(),
  lastStep: z.int(),
  recovery: z.array(z.string()),
})
type Factor = z.infer<typeof Factor>
interface Kept {
  readonly factor: Factor
  readonly version: number
}

const factorKey = (person: string): Key => ({ pk: `PERSON#${person}`, sk: 'FACTOR' })

export interface SecondFactors {
  /** `undefined` where none is on. */
  find(person: string): Promise<{ since: string; recoveryLeft: number } | undefined>
  /** A new secret, to be shown once. @throws RefusedError where one is on */
  start(person: string, name: string, now: Date): Promise<{ secret: string; uri: string }>
  /** Recovery codes, to be shown once, where the code is the authenticator's. @throws RefusedError */
  turnOn(person: string, code: string, now: Date): Promise<string[] | undefined>
  /** Whether the code is good; it is not, a second time. */
  takeTotp(person: string, code: string, now: Date): Promise<true | undefined>
  takeRecovery(person: string, code: string): Promise<true | undefined>
  /** @throws RefusedError where none is on */
  renewRecovery(person: string): Promise<string[]>
  turnOff(person: string): Promise<void>
}

type Needed = Pick<Ports, 'table' | 'keys' | 'vault' | 'newId'>

export function secondFactors(ports: Needed): SecondFactors {
  const codes = recoveryCodes(ports)
  const items = factorItems(ports.table)
  return { ...settingUp(ports, codes, items), ...taking(ports, codes, items) }
}

const secretOf = ({ vault }: Needed, { secret }: Factor): Uint8Array =>
  Buffer.from(vault.open(PURPOSE, secret) ?? '', 'base64url')

const recoveryCodes = ({ keys, newId }: Needed) => ({
  draw: (): string[] =>
    Array.from({ length: SESSION_RULES.recoveryCodes }, () =>
      symbolsOf(keys.digest('draw recovery', newId()), 8).replace(/^.{4}/, '$&-'),
    ),
  digestOf: (person: string, code: string): string =>
    keys.digestText('recovery code', person, code.toUpperCase().replace(/[\s-]/g, '')),
})

type SettingUp = Pick<SecondFactors, 'start' | 'turnOn' | 'renewRecovery' | 'turnOff'>

function settingUp(
  ports: Needed,
  { draw, digestOf }: ReturnType<typeof recoveryCodes>,
  { load, save, remove }: ReturnType<typeof factorItems>,
): SettingUp {
  const { keys, vault, newId } = ports
  return {
    async start(person, name, now) {
      const kept = await load(person)
      if (kept?.factor.state === 'on') throw new RefusedError('sessions.factor_on')
      const bytes = keys.digest('draw totp', newId(), newId()).subarray(0, SECRET_BYTES)
      const secret = vault.seal(PURPOSE, Buffer.from(bytes).toString('base64url'))
      const at = now.toISOString()
      await save(person, { state: 'started', secret, at, lastStep: 0, recovery: [] }, kept)
      return { secret: base32(bytes), uri: totpUri(bytes, name) }
    },
    async turnOn(person, code, now) {
      const kept = await load(person)
      if (kept?.factor.state === 'on') throw new RefusedError('sessions.factor_on')
      if (!kept || !isInTime(kept.factor, now)) {
        throw new RefusedError('sessions.factor_not_started')
      }
      const { factor } = kept
      const lastStep = stepShown(secretOf(ports, factor), code, now, factor.lastStep)
      if (lastStep === undefined) return undefined
      const codes = draw()
      const recovery = codes.map((one) => digestOf(person, one))
      await save(
        person,
        { ...factor, state: 'on', at: now.toISOString(), lastStep, recovery },
        kept,
      )
      return codes
    },
    async renewRecovery(person) {
      const kept = await load(person)
      if (kept?.factor.state !== 'on') throw new RefusedError('sessions.factor_off')
      const codes = draw()
      const recovery = codes.map((one) => digestOf(person, one))
      await save(person, { ...kept.factor, recovery }, kept)
      return codes
    },
    async turnOff(person) {
      const kept = await load(person)
      if (kept) await remove(person, kept)
    },
  }
}

const isInTime = ({ at }: Factor, now: Date): boolean =>
  now.getTime() < Date.parse(at) + SESSION_RULES.factorSetupSeconds * 1_000

type Taking = Pick<SecondFactors, 'find' | 'takeTotp' | 'takeRecovery'>

function taking(
  ports: Needed,
  { digestOf }: ReturnType<typeof recoveryCodes>,
  { load, save }: ReturnType<typeof factorItems>,
): Taking {
  const loadOn = async (person: string): Promise<Kept | undefined> => {
    const kept = await load(person)
    return kept?.factor.state === 'on' ? kept : undefined
  }
  return {
    async find(person) {
      const kept = await loadOn(person)
      return kept && { since: kept.factor.at, recoveryLeft: kept.factor.recovery.length }
    },
    async takeTotp(person, code, now) {
      const kept = await loadOn(person)
      if (!kept) return undefined
      const lastStep = stepShown(secretOf(ports, kept.factor), code, now, kept.factor.lastStep)
      if (lastStep === undefined) return undefined
      // Shown twice at once, it is taken once: the second write finds another version.
      await save(person, { ...kept.factor, lastStep }, kept)
      return true
    },
    async takeRecovery(person, code) {
      const kept = await loadOn(person)
      const digest = digestOf(person, code)
      if (!kept?.factor.recovery.includes(digest)) return undefined
      const recovery = kept.factor.recovery.filter((one) => one !== digest)
      await save(person, { ...kept.factor, recovery }, kept)
      return true
    },
  }
}

const factorItems = (table: Table) => ({
  async load(person: string): Promise<Kept | undefined> {
    const item = await table.get(factorKey(person))
    return item && { factor: Factor.parse(item.data), version: item.version }
  },
  save: (person: string, factor: Factor, kept: Kept | undefined): Promise<void> =>
    table.put({
      ...factorKey(person),
      version: (kept?.version ?? 0) + 1,
      v: FORMAT,
      data: factor,
    }),
  remove: (person: string, { version }: Kept): Promise<void> =>
    table.delete(factorKey(person), version),
})

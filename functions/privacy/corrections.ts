import type { corrections, Correction } from '#shared/privacy/correction-contract.ts'
import { mayAnswer, mayAsk, OPEN_AT_MOST } from '#shared/privacy/corrections.ts'
import { actingRole } from '#shared/kernel/permissions.ts'
import type { Input } from '#shared/kernel/route.ts'
import type { AuditEntry } from '../platform/audit/audit.ts'
import type { Call, Feature } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import type { Ports } from '../platform/ports.ts'
import {
  correctionsIn,
  type Corrections,
  type FoundCorrection,
  type StoredCorrection,
} from './correction-repository.ts'
import { sights, type Sights } from './offers.ts'

const PAGE = 20
const COUNTED_AT_MOST = 50

interface Shop extends Corrections {
  readonly sights: Sights
}

/** 个人信息保护法 §46: a person asks, the register office corrects and says so, or says why not. */
export const correctionFeature: Feature<typeof corrections, Shop> = {
  open(ports: Ports, scope) {
    if (!scope) throw new RefusedError('scope.not_found')
    return { ...correctionsIn(ports.table, scope), sights: sights(ports) }
  },
  handlers: {
    ask: (input, call) => ask(input, call),
    async mine({ limit = PAGE, cursor }, { repository, person }) {
      const page = await repository.mine(person, listing(limit, cursor))
      return { ...page, items: page.items.map(({ stored }) => shown(stored)) }
    },
    async queue({ limit = PAGE, cursor }, call) {
      const page = await call.repository.open(listing(limit, cursor))
      for (const { stored } of page.items) await recordSight(stored, call)
      return { ...page, items: page.items.map(({ stored }) => toOffice(stored)) }
    },
    waiting: (_, { repository }) => repository.waiting(COUNTED_AT_MOST),
    async read({ correction }, call) {
      const { stored } = await found(correction, call)
      await recordSight(stored, call)
      return toOffice(stored)
    },
    answer: (input, call) => answer(input, call),
  },
}

const listing = (limit: number, cursor: string | undefined) => ({
  limit,
  ...(cursor !== undefined && { cursor }),
})

async function ask(
  { about, text }: Input<typeof corrections.ask>,
  { repository, person, name, homes, now, key }: Call<Shop>,
): Promise<Correction> {
  const made = await repository.find(key.id)
  if (made && isRepetition(made.stored.madeBy, key)) return shown(made.stored)
  const { items } = await repository.mine(person, { limit: OPEN_AT_MOST * 4 })
  accepted(mayAsk(items.filter(({ stored }) => stored.state === 'open').length))
  const stored: StoredCorrection = {
    ...{ correction: key.id, community: repository.community, person, name, about, text },
    units: homes.map(({ unit }) => unit),
    state: 'open',
    askedAt: now.toISOString(),
    madeBy: { id: key.id, request: key.request },
    audit: [],
  }
  await repository.save(stored, 1, now)
  return shown(stored)
}

async function answer(
  { correction, state, text }: Input<typeof corrections.answer>,
  call: Call<Shop>,
) {
  const { repository, person, now, newId } = call
  const kept = await found(correction, call)
  accepted(mayAnswer(kept.stored))
  const entry: AuditEntry = {
    ...{ id: newId(), at: now.toISOString(), scope: repository.community, by: person },
    ...{ act: 'privacy.correct', subject: kept.stored.person, detail: { state } },
  }
  const stored: StoredCorrection = {
    ...{ ...kept.stored, state, answer: text, answeredBy: person },
    answeredAt: now.toISOString(),
    audit: [...kept.stored.audit, entry],
  }
  await repository.save(stored, kept.version + 1, now)
  await recordSight(stored, call)
  return toOffice(stored)
}

async function found(
  correction: string,
  { repository }: Pick<Call<Shop>, 'repository'>,
): Promise<FoundCorrection> {
  const kept = await repository.find(correction)
  if (kept) return kept
  throw new RefusedError('privacy.correction_not_found')
}

const recordSight = (
  { person }: StoredCorrection,
  { repository, person: viewer, roles, now }: Call<Shop>,
): Promise<void> =>
  repository.sights.record({
    ...{ viewer, as: actingRole(roles, 'binding:confirm') ?? 'committee', now },
    ...{ community: repository.community, whose: { person }, what: 'contact' },
  })

const shown = (stored: StoredCorrection): Correction => {
  const { correction, about, text, state, askedAt, answeredAt, answer: said } = stored
  return { correction, about, text, state, askedAt, answeredAt, answer: said }
}

const toOffice = (stored: StoredCorrection) => ({
  ...shown(stored),
  name: stored.name,
  units: stored.units,
})

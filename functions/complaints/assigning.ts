import { refusals, type RefusalCode } from '#shared/api.ts'
import { settle } from '#shared/complaints/rules/settle.ts'
import { mayAssign } from '#shared/complaints/rules/workbench.ts'
import type { Assigned, complaintWork } from '#shared/complaints/workbench-contract.ts'
import { PERMISSIONS } from '#shared/kernel/permissions.ts'
import { fillIn } from '#shared/kernel/refusals.ts'
import type { Input } from '#shared/kernel/route.ts'
import { maskName } from '#shared/people/rules.ts'
import { staffMember } from '../people/offers.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { actorBy } from './actor.ts'
import { afterSettling } from './next-complaint.ts'
import type { Complaints } from './repository.ts'
import type { SettingsOffers } from './settings.ts'
import { seen, viewerOf } from './sight.ts'
import type { FoundComplaint, StoredActor, StoredComplaint } from './stored.ts'

/** When others write at the same moment, the rule is asked again of what they left; then it is a conflict. */
const TRIES = 5

/** Of who gave it to whom so many are remembered. */
const REMEMBERED = 30

/** Numbers under way at once: a bulk of fifty is no burst. */
const AT_ONCE = 5

interface Giving {
  readonly to: StoredActor
  readonly seenAt: string | undefined
}

/**
 * Each number for itself: one that cannot be given stops no other. The same request again finds what it did.
 * @throws RefusedError `complaints.not_colleague`
 */
export async function assignAll(
  { to, numbers, seenAt }: Input<typeof complaintWork.assign>,
  call: Call<Complaints>,
  settings: SettingsOffers,
): Promise<Assigned[]> {
  const giving: Giving = { to: await colleague(to, call), seenAt }
  const answers: Assigned[] = []
  const wanted = [...new Set(numbers)]
  for (let i = 0; i < wanted.length; i += AT_ONCE) {
    const some = wanted.slice(i, i + AT_ONCE)
    answers.push(...(await Promise.all(some.map((one) => answered(one, giving, call, settings)))))
  }
  return answers
}

async function colleague(person: string, call: Call<Complaints>): Promise<StoredActor> {
  const { community, table } = call.repository
  const found = await staffMember(
    table,
    { person, community },
    PERMISSIONS['complaint:handle'],
    call.now,
  )
  if (!found) throw new RefusedError('complaints.not_colleague')
  return { ...found, name: maskName(found.name) }
}

async function answered(
  number: string,
  giving: Giving,
  call: Call<Complaints>,
  settings: SettingsOffers,
): Promise<Assigned> {
  try {
    await assign(number, giving, call, settings)
    return { number, done: true }
  } catch (err) {
    if (err instanceof ConflictError) return refused(number, new RefusedError('request.conflict'))
    if (err instanceof RefusedError) return refused(number, err)
    throw err
  }
}

const refused = (number: string, { code, params }: RefusedError): Assigned => ({
  number,
  done: false,
  code,
  detail: fillIn(refusals[code satisfies RefusalCode].detail, params),
})

async function assign(
  number: string,
  { to, seenAt }: Giving,
  call: Call<Complaints>,
  settings: SettingsOffers,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await seen(number, call)
    if (wasMadeBy(call.key, found)) return
    const { stored } = found
    const current = afterSettling(
      stored,
      settle(stored.life, call.now, await settings.terms(stored)),
    )
    const giving = { person: call.person, to: to.person, isOfColleague: isOf(stored, to), seenAt }
    accepted(mayAssign(current.life, viewerOf(call, found), giving, lastOf(stored)))
    try {
      await call.repository.save(givenTo(current, to, call), found)
      return
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === TRIES) throw err
    }
  }
}

/** Where the filer hides from the property, a refusal must not tell it who that is. */
const isOf = ({ hidesName, filedBy }: StoredComplaint, { person }: StoredActor): boolean =>
  !hidesName && filedBy.person === person

function lastOf({ assignments = [] }: StoredComplaint) {
  const last = assignments[assignments.length - 1]
  return last && { at: last.at, to: last.to.person, by: last.by.person }
}

function givenTo(
  stored: StoredComplaint,
  to: StoredActor,
  call: Call<Complaints>,
): StoredComplaint {
  const { key, now, person } = call
  const by = actorBy('complaint:assign', call)
  const madeBy = { id: key.id, request: key.request }
  const before = (stored.assignments ?? []).slice(1 - REMEMBERED)
  return {
    ...stored,
    worker: to,
    // Told from now on when its filer answers or a clock runs out.
    handler: to.person,
    assignments: [...before, { at: now.toISOString(), to, by, madeBy }],
    // Whoever takes it themselves knows.
    ...(to.person !== person && { untoldWorker: true }),
  }
}

const wasMadeBy = (key: Call<unknown>['key'], { stored }: FoundComplaint): boolean =>
  (stored.assignments ?? []).some(({ madeBy }) => isRepetition(madeBy, key))

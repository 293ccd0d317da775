import { decide, mayRelease } from '#shared/complaints/rules/decide.ts'
import type { ComplaintAct } from '#shared/complaints/rules/acts.ts'
import type { Acting, Said } from '#shared/complaints/rules/life.ts'
import { openLife, settle } from '#shared/complaints/rules/settle.ts'
import { openDepartments } from '#shared/complaints/settings.ts'
import type { Terms } from '#shared/complaints/rules/terms.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { demandNothingNew } from './changed-meanwhile.ts'
import { actingForFiler, actingOn } from './acting.ts'
import { toCarry } from './cosigning.ts'
import { mergeTarget, type MergeTarget } from './merging.ts'
import { afterAct, afterSettling, released, withNext } from './next-complaint.ts'
import { whoseIn, type PhotoOffers, type VoiceOffers } from './photos.ts'
import type { Complaints } from './repository.ts'
import { seen, viewerOf } from './sight.ts'
import type { SettingsOffers } from './settings.ts'
import { isHeld, type FoundComplaint, type StoredComplaint } from './stored.ts'

/** When others write at the same moment, the rule is asked again of what they left; then it is a conflict. */
const TRIES = 5

export interface ActNeeds {
  readonly photos: PhotoOffers
  readonly voices: VoiceOffers
  readonly settings: SettingsOffers
}

/** An act as it was asked for. `seen` is the latest event the person knew of. */
export interface Asked {
  readonly act: ComplaintAct
  readonly number: string
  readonly said: Said
  readonly seen?: number | undefined
  /** Said by a person without an account, and written down by the officer who sends it. */
  readonly forFiler?: boolean
}

/** Load, bring up to the moment, rule, save. The same request again finds what it did the first time. */
export async function actOnComplaint(
  asked: Asked,
  call: Call<Complaints>,
  needs: ActNeeds,
): Promise<FoundComplaint> {
  const { act, number, said } = asked
  for (let attempt = 1; ; attempt += 1) {
    const found = await seen(number, call)
    if (wasMadeBy(call.key, found)) return found
    const terms = await needs.settings.terms(found.stored)
    const next =
      act === 'release'
        ? afterRelease(asked, found, call, terms)
        : await afterOther({ ...asked, act }, found, call, terms, needs)
    await claimSaid(said, call, needs)
    try {
      await call.repository.save(next, found)
      return withNext(found, next)
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === TRIES) throw err
    }
  }
}

async function claimSaid(
  { photos = [], voice }: Said,
  call: Call<Complaints>,
  needs: ActNeeds,
): Promise<void> {
  const use = `complaint ${call.key.id}`
  if (photos.length > 0) await needs.photos.claim(photos, whoseIn(call), use)
  if (voice !== undefined) await needs.voices.claim(voice, whoseIn(call), use)
}

function afterRelease(
  { seen: known }: Asked,
  found: FoundComplaint,
  call: Call<Complaints>,
  terms: Terms,
): StoredComplaint {
  accepted(mayRelease(isHeld(found.stored), viewerOf(call, found)))
  demandNothingNew('release', known, found, call.person)
  const next = released(found.stored, call)
  return next.check.state === 'passed'
    ? afterSettling(next, openLife(next.life, call.now, terms))
    : next
}

/** What the clock did by now counts before what somebody does now. */
async function afterOther(
  { act, said, seen: known, forFiler }: Asked & { readonly act: Exclude<ComplaintAct, 'release'> },
  found: FoundComplaint,
  call: Call<Complaints>,
  terms: Terms,
  { settings }: ActNeeds,
): Promise<StoredComplaint> {
  const current = afterSettling(found.stored, settle(found.stored.life, call.now, terms))
  demandNothingNew(act, known, withNext(found, current), call.person)
  const departments = openDepartments(await settings.of(current.community))
  const target = act === 'merge' ? await mergeTarget(said.facts.into, call.repository) : undefined
  const as = forFiler === true ? actingForFiler(current, call) : actingOn(current, call)
  const acting: Acting = { ...as, departments: ids(departments), target }
  const event = accepted(decide(act, current.life, said, acting, terms))
  if (target) return intoEarlier(target, current, afterAct(current, act, event, said, call), call)
  if (forFiler !== true) return afterAct(current, act, event, said, call)
  // Whoever writes it down does not thereby handle it.
  return { ...afterAct(current, 'message', event, said, call), handler: current.handler }
}

/** The filer's home joins the earlier one at once, those that joined this one soon. */
async function intoEarlier(
  target: MergeTarget,
  { unit, filedBy, number }: StoredComplaint,
  merged: StoredComplaint,
  { repository, now }: Call<Complaints>,
): Promise<StoredComplaint> {
  await repository.noteMerge(target.number, number)
  if (unit !== undefined && unit !== target.unit) {
    // Before the merge: a crash in between leaves a home that did complain of it counted once.
    await repository.cosign(target.number, unit, filedBy.person, now)
  }
  return toCarry(merged, now)
}

const ids = (departments: readonly { readonly id: string }[]): readonly string[] =>
  departments.map(({ id }) => id)

const wasMadeBy = (key: Call<unknown>['key'], { stored, events }: FoundComplaint): boolean =>
  [...events, ...stored.releases].some(
    ({ madeBy }) => madeBy !== undefined && isRepetition(madeBy, key),
  )

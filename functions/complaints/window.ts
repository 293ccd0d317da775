import type { AtWindow, windowContract } from '#shared/complaints/window-contract.ts'
import type { Complaint } from '#shared/complaints/contract.ts'
import { codeUntil, reprintable } from '#shared/complaints/rules/window.ts'
import type { Input } from '#shared/kernel/route.ts'
import { maskName } from '#shared/people/rules.ts'
import { printed, secretOf } from '../bindings/offers.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import type { Keys } from '../platform/keys/keys.ts'
import type { RegisterDirectory } from '../register/offers.ts'
import { actOnComplaint, type ActNeeds } from './act-on-complaint.ts'
import { actorBy } from './actor.ts'
import { claimWithCode, codeDigest, type ClaimNeeds } from './claiming.ts'
import { fileAs } from './file-complaint.ts'
import type { Filer } from './filer.ts'
import { filerByKey, filerOfCase } from './items.ts'
import { withNext } from './next-complaint.ts'
import type { Complaints } from './repository.ts'
import { seen } from './sight.ts'
import type { FoundComplaint, StoredComplaint } from './stored.ts'

type Fileable = Parameters<typeof fileAs>[3]
type Filing = Input<typeof windowContract.fileAtWindow>
type Window = NonNullable<StoredComplaint['window']>

export interface WindowNeeds extends ClaimNeeds, ActNeeds, Fileable {
  readonly keys: Keys
  readonly register: Pick<RegisterDirectory, 'match' | 'owners'>
}

type Show = (found: FoundComplaint, call: Call<Complaints>) => Promise<Complaint>

/** What officers do for who has no phone, and how such a person takes it over. */
export function windowHandlers(needs: WindowNeeds, show: Show) {
  const shown = async (found: FoundComplaint, call: Call<Complaints>): Promise<AtWindow> => ({
    complaint: await show(found, call),
    receipt: receiptOf(found.stored, call, needs.keys),
  })
  return {
    fileAtWindow: async (filing: Filing, call: Call<Complaints>) =>
      shown(
        await fileAs(
          { ...filing, onBehalfOf: undefined },
          await filer(filing, call, needs),
          call,
          needs,
        ),
        call,
      ),

    reprintReceipt: async ({ number }: { readonly number: string }, call: Call<Complaints>) =>
      shown(await reprint(number, call, needs.keys), call),

    sayForFiler: async (
      { number, seen: known, says, text, photos }: Input<typeof windowContract.sayForFiler>,
      call: Call<Complaints>,
    ) => {
      const said = { text, photos, facts: { forFiler: true } }
      const asked = { act: says, number, seen: known, said, forFiler: true } as const
      return show(await actOnComplaint(asked, call, needs), call)
    },

    claimWithCode: async (
      asked: Input<typeof windowContract.claimWithCode>,
      call: Call<Complaints>,
    ) => show(await claimWithCode(asked, call, needs), call),
  }
}

/** The owner of the home by that name, where the register knows one; else somebody of this case alone. */
async function filer(
  { name, phone, unit, channel }: Filing,
  call: Call<Complaints>,
  { keys, register }: WindowNeeds,
): Promise<Filer> {
  const by = actorBy('complaint:window', call)
  const owner =
    unit === undefined ? undefined : await ownerOf({ name, phone, unit }, call, register)
  return {
    homes: unit === undefined ? [] : [{ unit }],
    filedBy: {
      person: owner === undefined ? filerOfCase(call.key.id) : filerByKey(owner),
      role: owner === undefined ? 'tenant' : 'owner',
      name: maskName(name),
    },
    ...(owner !== undefined && { filedFor: owner }),
    channel,
    window: (number) => ({
      by,
      ...(phone !== undefined && { phone }),
      papers: [paper(number, by, call, keys)],
    }),
  }
}

async function ownerOf(
  said: { readonly name: string; readonly phone: string | undefined; readonly unit: string },
  { repository: { community } }: Call<Complaints>,
  register: WindowNeeds['register'],
): Promise<string | undefined> {
  const { result, owner } = await register.match(community, said)
  if (result === 'no_unit') throw new RefusedError('complaints.unknown_unit')
  // A phone alone may be a child's: the name must be the owner's.
  return result === 'match' || result === 'name_only' ? owner : undefined
}

const paper = (
  number: string,
  by: Window['by'],
  { key, now, repository }: Call<Complaints>,
  keys: Keys,
): Window['papers'][number] => ({
  at: now.toISOString(),
  by,
  digest: codeDigest(keys, repository.community, number, secretOf(keys, key)),
  expiresAt: codeUntil(now).toISOString(),
  madeBy: { id: key.id, request: key.request },
})

/** Again for the same request it is the same paper, and says its code as long as no other has taken its place. */
async function reprint(
  number: string,
  call: Call<Complaints>,
  keys: Keys,
): Promise<FoundComplaint> {
  const found = await seen(number, call)
  const { stored } = found
  if (stored.window?.papers.some(({ madeBy }) => isRepetition(madeBy, call.key))) return found
  accepted(reprintable(stored.window))
  const { window } = stored
  if (!window) throw new RefusedError('complaints.not_at_window')
  const by = actorBy('complaint:window', call)
  const papers = [...window.papers, paper(number, by, call, keys)]
  const next = { ...stored, window: { ...window, papers } }
  await call.repository.save(next, found)
  return withNext(found, next)
}

function receiptOf({ window }: StoredComplaint, call: Call<Complaints>, keys: Keys) {
  const last = window && !window.claimed && window.papers[window.papers.length - 1]
  if (!last) return {}
  const isThis = isRepetition(last.madeBy, call.key)
  return {
    codeUntil: last.expiresAt,
    ...(isThis && { code: printed(secretOf(keys, call.key)) }),
  }
}

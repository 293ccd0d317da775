import type { complaints } from '#shared/complaints/contract.ts'
import { publicCard } from '#shared/complaints/rules/public.ts'
import type { Input, Output } from '#shared/kernel/route.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { cardOf } from './items.ts'
import type { Complaints } from './repository.ts'
import type { SettingsOffers } from './settings.ts'
import { viewerOf } from './sight.ts'
import type { FoundComplaint } from './stored.ts'

const PAGE = 20

/** One card of the public list, and those a person joined. */
export const publicCardHandlers = (settings: SettingsOffers) => ({
  async publicOne(
    { number }: Input<typeof complaints.publicOne>,
    call: Call<Complaints>,
  ): Promise<Output<typeof complaints.publicOne>> {
    const { repository, homes, now } = call
    const found = known(await repository.find(number))
    const { isFiler } = viewerOf(call, found)
    const units = homes.map(({ unit }) => unit)
    const joined = await repository.joinedBy(number, units)
    const { publicList } = await settings.of(repository.community)
    if (!publicList && !isFiler && joined.length === 0) {
      throw new RefusedError('complaints.list_not_public')
    }
    const { mergedInto } = found.stored.life
    return {
      ...publicCard(cardOf(found.stored), now),
      mine: isFiler,
      joined: [...joined],
      ...(mergedInto !== undefined && { mergedInto }),
    }
  },

  /** Whoever joined in finds it again, whatever became of the list. */
  async cosigned(
    { limit = PAGE, cursor }: Input<typeof complaints.cosigned>,
    { repository, person, now }: Call<Complaints>,
  ): Promise<Output<typeof complaints.cosigned>> {
    const page = await repository.cosignedBy(person, { limit, cursor })
    const shown = page.items.filter(({ life, frozen }) => life.opened && !frozen)
    return { ...page, items: shown.map((stored) => publicCard(cardOf(stored), now)) }
  },
})

/** @throws RefusedError `complaints.not_found` where neighbours may not know of it */
export function known(found: FoundComplaint | undefined): FoundComplaint {
  if (found?.stored.life.opened && !found.stored.frozen) return found
  throw new RefusedError('complaints.not_found')
}

import { complaints, type Complaint, type ComplaintAct } from '#shared/complaints/contract.ts'
import { mayList } from '#shared/complaints/rules.ts'
import type { Places } from '../communities/offers.ts'
import type { Call, Feature } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { actOnComplaint } from './act-on-complaint.ts'
import { assistedComplaints } from './assisted.ts'
import { fileComplaint } from './file-complaint.ts'
import type { FilerNeeds } from './filer.ts'
import type { Said } from './next-complaint.ts'
import { openFrozen, type OpeningNeeds } from './open-frozen.ts'
import { whoseIn, type PhotoOffers } from './photos.ts'
import { complaintsIn, type Complaints } from './repository.ts'
import { seen, viewerOf } from './sight.ts'
import type { FoundComplaint } from './stored.ts'
import { photosIn, viewOf } from './view.ts'

const PAGE = 20

interface Needs extends OpeningNeeds, FilerNeeds {
  readonly places: Places
  readonly photos: PhotoOffers
}

export function complaintFeature(needs: Needs): Feature<typeof complaints, Complaints> {
  const { photos } = needs

  const show = async (found: FoundComplaint, call: Call<Complaints>): Promise<Complaint> => {
    const viewer = viewerOf(call, found)
    const ids = photosIn(found, viewer)
    return viewOf(found, viewer, ids.length === 0 ? [] : await photos.view(ids, whoseIn(call)))
  }
  const act =
    (name: ComplaintAct) =>
    async ({ number, ...said }: Said & { readonly number: string }, call: Call<Complaints>) =>
      show(await actOnComplaint(name, number, said, call, photos), call)

  return {
    contract: complaints,
    open: ({ table }, scope) => {
      if (!scope) throw new Error('a complaint belongs to a community')
      return complaintsIn(table, scope)
    },
    handlers: {
      file: async (filing, call) => show(await fileComplaint(filing, call, needs), call),

      mine: ({ limit = PAGE, cursor }, { person, repository }) =>
        repository.mine(person, { limit, cursor }),

      assisted: ({ side, limit = PAGE, cursor }, call) =>
        assistedComplaints({ side, limit, cursor }, call),

      queue: ({ stage, limit = PAGE, cursor }, { roles, repository }) =>
        repository.queue(accepted(mayList(stage, roles)), { limit, cursor }),

      get: async ({ number }, call) => show(await seen(number, call), call),

      accept: act('accept'),
      reply: act('reply'),
      resolve: act('resolve'),
      confirm: act('confirm'),
      dispute: act('dispute'),
      release: act('release'),

      openFrozen: async (input, call) => show(await openFrozen(input, call, needs), call),
    },
  }
}

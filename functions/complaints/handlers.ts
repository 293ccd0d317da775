import type { complaints, Complaint, ComplaintAct } from '#shared/complaints/contract.ts'
import { actsFor } from '#shared/complaints/rules/decide.ts'
import { Facts, type Said } from '#shared/complaints/rules/life.ts'
import type { Places } from '../communities/offers.ts'
import type { Call, Feature } from '../platform/http/call.ts'
import { actOnComplaint, type Asked } from './act-on-complaint.ts'
import { actingOn } from './acting.ts'
import { assistedComplaints } from './assisted.ts'
import { fileComplaint } from './file-complaint.ts'
import { evidenceHandlers, type EvidenceNeeds } from './evidence.ts'
import type { FilerNeeds } from './filer.ts'
import { listQueue } from './lists.ts'
import { openFrozen, type OpeningNeeds } from './open-frozen.ts'
import { whoseIn, type PhotoOffers, type VoiceOffers } from './photos.ts'
import { complaintsIn, type Complaints } from './repository.ts'
import type { SettingsOffers } from './settings.ts'
import { neighbourHandlers } from './neighbours.ts'
import { publicCardHandlers } from './public-cards.ts'
import { settingsHandlers } from './settings-handlers.ts'
import { seen, viewerOf } from './sight.ts'
import { windowHandlers, type WindowNeeds } from './window.ts'
import { isHeld, type FoundComplaint, type StoredComplaint } from './stored.ts'
import { photosIn, viewOf, voicesIn } from './view.ts'

const PAGE = 20

interface Needs extends OpeningNeeds, FilerNeeds, WindowNeeds, EvidenceNeeds {
  readonly places: Places
  readonly photos: PhotoOffers
  readonly voices: VoiceOffers
  readonly settings: SettingsOffers
}

/** What a request says beside words and photos goes into the event's facts. */
type Body = Facts & Omit<Said, 'facts'> & { number: string; community: string; seen?: number }

export function complaintFeature(needs: Needs): Feature<typeof complaints, Complaints> {
  const { show, act } = acting(needs)
  return {
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

      queue: ({ stage, limit = PAGE, cursor }, call) => listQueue(stage, { limit, cursor }, call),

      get: async ({ number }, call) => show(await seen(number, call), call),

      ...windowHandlers(needs, show),
      ...evidenceHandlers(needs),
      ...neighbourHandlers(needs.settings),
      ...publicCardHandlers(needs.settings),
      ...settingsHandlers(needs.settings),

      accept: act('accept'),
      reply: act('reply'),
      resolve: act('resolve'),
      confirm: act('confirm'),
      dispute: act('dispute'),
      release: act('release'),
      withdraw: act('withdraw'),
      urge: act('urge'),
      route: act('route'),
      acceptAtStreet: act('accept_at_street'),
      recordOnsite: act('record_onsite'),
      handle: act('handle'),
      find: act('find'),
      escalate: act('escalate'),
      recordMeeting: act('record_meeting'),
      toMediation: act('to_mediation'),
      toLitigation: act('to_litigation'),
      takeBack: act('take_back'),
      refer: act('refer'),
      decline: act('decline'),
      merge: act('merge'),
      closeUnanswered: act('close_unanswered'),
      review: act('review'),
      pause: act('pause'),
      resume: act('resume'),
      note: act('note'),
      message: act('message'),

      openFrozen: async (input, call) => show(await openFrozen(input, call, needs), call),
    },
  }
}

/** How every act is answered: with the complaint as it then is, for who acted. */
function acting(needs: Needs) {
  const { photos, voices, settings } = needs
  const show = async (found: FoundComplaint, call: Call<Complaints>): Promise<Complaint> => {
    const { stored } = found
    const viewer = viewerOf(call, found)
    const ids = photosIn(found, viewer)
    const views = ids.length === 0 ? [] : await photos.view(ids, whoseIn(call))
    const spoken = voicesIn(found, viewer)
    const heard = spoken.length === 0 ? [] : await voices.view(spoken, whoseIn(call))
    const media = { photos: views, voices: heard }
    return viewOf(found, viewer, media, await actsNow(stored, call))
  }
  // Nobody acts on what is frozen.
  const actsNow = async (stored: StoredComplaint, call: Call<Complaints>) =>
    stored.frozen
      ? []
      : actsFor(stored.life, isHeld(stored), actingOn(stored, call), await settings.terms(stored))
  const act =
    (name: ComplaintAct) =>
    async (body: Body, call: Call<Complaints>): Promise<Complaint> =>
      show(await actOnComplaint(askedBy(name, body), call, needs), call)
  return { show, act }
}

function askedBy(act: ComplaintAct, body: Body): Asked {
  const { number, seen: known, text, photos, voice, rating, ...rest } = body
  return {
    act,
    number,
    seen: known,
    said: { text, photos, voice, rating, facts: Facts.parse(rest) },
  }
}

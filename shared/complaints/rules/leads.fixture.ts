import type { ComplaintAct } from './acts.ts'
import type { Who } from './life.fixture.ts'

type Act = Exclude<ComplaintAct, 'release'>

// Where each act leads by each who may, from every state. `same` adds to the record only.
export const LEADS: readonly (readonly [Act, Who, string, string])[] = [
  ['accept', 'clerk', 'submitted disputed', 'accepted'],
  ['reply', 'clerk', 'accepted replied disputed', 'replied'],
  [
    'reply',
    'street',
    'street_accepted onsite_verified street_handling street_meeting mediation litigation referred',
    'same',
  ],
  ['reply', 'district', 'district_meeting', 'same'],
  ['resolve', 'manager', 'accepted replied disputed', 'resolved'],
  [
    'resolve',
    'street',
    'onsite_verified street_handling street_meeting mediation litigation referred',
    'resolved',
  ],
  ['resolve', 'district', 'district_meeting mediation litigation referred', 'resolved'],
  ['confirm', 'filer', 'resolved', 'confirmed'],
  ['route', 'filer', 'submitted accepted replied disputed', 'routed_street'],
  ['route', 'community', 'submitted accepted replied disputed', 'routed_street'],
  ['route', 'street', 'submitted accepted replied disputed', 'routed_street'],
  ['accept_at_street', 'street', 'routed_street', 'street_accepted'],
  ['record_onsite', 'street', 'street_accepted', 'onsite_verified'],
  ['record_onsite', 'street', 'onsite_verified street_handling street_meeting', 'same'],
  ['handle', 'street', 'onsite_verified', 'street_handling'],
  ['find', 'clerk', 'accepted replied disputed', 'same'],
  ['find', 'street', 'street_accepted onsite_verified street_handling street_meeting', 'same'],
  ['find', 'district', 'district_meeting', 'same'],
  ['record_meeting', 'street', 'street_meeting', 'street_handling'],
  ['record_meeting', 'district', 'district_meeting', 'street_handling'],
  ['take_back', 'filer', 'mediation litigation referred', 'street_handling'],
  [
    'refer',
    'street',
    'street_accepted onsite_verified street_handling street_meeting district_meeting',
    'referred',
  ],
  ['decline', 'street', 'routed_street street_accepted', 'not_accepted'],
  ['merge', 'clerk', 'submitted accepted replied disputed', 'merged'],
]

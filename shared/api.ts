import { audit } from './audit/contract.ts'
import { bindings } from './bindings/contract.ts'
import { bindingRefusals } from './bindings/refusals.ts'
import { calendar } from './clocks/contract.ts'
import { clockRefusals } from './clocks/refusals.ts'
import { communities } from './communities/contract.ts'
import { complaints } from './complaints/contract.ts'
import { complaintAreas } from './complaints/lists-contract.ts'
import { complaintRefusals } from './complaints/refusals.ts'
import { complaintWork } from './complaints/workbench-contract.ts'
import { emergencies, emergencyAreas } from './emergencies/contract.ts'
import { emergencyRefusals } from './emergencies/refusals.ts'
import { fees } from './fees/contract.ts'
import { feeRefusals } from './fees/refusals.ts'
import { kernelRefusals } from './kernel/refusals.ts'
import { messages } from './messages/contract.ts'
import { messageRefusals } from './messages/refusals.ts'
import { board, notices } from './notices/contract.ts'
import { noticeRefusals } from './notices/refusals.ts'
import { people } from './people/contract.ts'
import { peopleRefusals } from './people/refusals.ts'
import {
  communityRoles,
  companyRoles,
  districtRoles,
  platformRoles,
  streetRoles,
} from './people/roles-contract.ts'
import { photos } from './photos/contract.ts'
import { photoRefusals } from './photos/refusals.ts'
import { voices } from './photos/voice-contract.ts'
import { voiceRefusals } from './photos/voice-refusals.ts'
import { account, consents, privacy } from './privacy/contract.ts'
import { corrections } from './privacy/correction-contract.ts'
import { privacyRefusals } from './privacy/refusals.ts'
import { register } from './register/contract.ts'
import { registerRefusals } from './register/refusals.ts'
import { sessions } from './sessions/contract.ts'
import { sessionRefusals } from './sessions/refusals.ts'
import { votes } from './votes/contract.ts'
import { voteRefusals } from './votes/refusals.ts'

/** Every operation the two sides share, by feature. A feature exists once it is listed here. */
export const api = {
  sessions,
  people,
  communityRoles,
  companyRoles,
  streetRoles,
  districtRoles,
  platformRoles,
  consents,
  privacy,
  account,
  corrections,
  communities,
  complaints,
  complaintAreas,
  complaintWork,
  photos,
  voices,
  messages,
  notices,
  board,
  votes,
  fees,
  register,
  audit,
  bindings,
  calendar,
  emergencies,
  emergencyAreas,
}

/** Every refusal the edge may answer, by code. */
export const refusals = {
  ...kernelRefusals,
  ...sessionRefusals,
  ...peopleRefusals,
  ...photoRefusals,
  ...voiceRefusals,
  ...complaintRefusals,
  ...noticeRefusals,
  ...voteRefusals,
  ...feeRefusals,
  ...registerRefusals,
  ...bindingRefusals,
  ...messageRefusals,
  ...privacyRefusals,
  ...clockRefusals,
  ...emergencyRefusals,
}
export type RefusalCode = keyof typeof refusals

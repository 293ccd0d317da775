import { Hono } from 'hono'
import { audit } from '#shared/audit/contract.ts'
import { bindings } from '#shared/bindings/contract.ts'
import { calendar } from '#shared/clocks/contract.ts'
import { communities } from '#shared/communities/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { complaintAreas } from '#shared/complaints/lists-contract.ts'
import { complaintWork } from '#shared/complaints/workbench-contract.ts'
import { emergencies, emergencyAreas } from '#shared/emergencies/contract.ts'
import { fees } from '#shared/fees/contract.ts'
import { messages } from '#shared/messages/contract.ts'
import { board, notices } from '#shared/notices/contract.ts'
import { people } from '#shared/people/contract.ts'
import { roleContracts } from '#shared/people/roles-contract.ts'
import { photos } from '#shared/photos/contract.ts'
import { voices } from '#shared/photos/voice-contract.ts'
import { account, consents, privacy } from '#shared/privacy/contract.ts'
import { corrections } from '#shared/privacy/correction-contract.ts'
import { register } from '#shared/register/contract.ts'
import { sessions } from '#shared/sessions/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { auditFeature } from './audit/handlers.ts'
import { calendarFeature } from './clocks/handlers.ts'
import { calendarDirectory } from './clocks/offers.ts'
import { communityFeature } from './communities/handlers.ts'
import { communityDirectory } from './communities/offers.ts'
import { messageFeature } from './messages/handlers.ts'
import { subscribePushes } from './messages/pushes.ts'
import { peopleFeature } from './people/handlers.ts'
import { personDirectory, type Persons } from './people/offers.ts'
import { roleFeature } from './people/role-feature.ts'
import { photoFeature, voiceFeature } from './photos/handlers.ts'
import { photoVerdicts } from './photos/verdicts.ts'
import type { Directory } from './platform/http/access.ts'
import { answerErrors } from './platform/http/answer-errors.ts'
import { answerHealth } from './platform/http/health.ts'
import { answerOpenapi } from './platform/http/answer-openapi.ts'
import { BASE, mount } from './platform/http/mount.ts'
import type { Ports } from './platform/ports.ts'
import type { PushMessage } from './platform/weixin/push.ts'
import { answerPush } from './platform/weixin/push-endpoint.ts'
import { watchingLogins } from './privacy/idle.ts'
import { sessionFeature } from './sessions/handlers.ts'
import { wingsOf } from './wings.ts'

/** The whole API over the ports: the same under Lambda, in one Node process and in tests. */
export function createApp(ports: Ports): Hono {
  const app = new Hono()
  const persons = personDirectory(ports)
  const places = communityDirectory(ports)
  const directory: Directory = {
    identify: persons.identify,
    community: places.scope,
    place: places.place,
  }
  const edge = { app, ports, directory }
  const wings = wingsOf(ports, { persons, places })

  answerErrors(app, ports)
  answerHealth(app, ports, calendarDirectory(ports).warnings)
  takeMessages(app, ports, persons)
  answerOpenapi(app)
  mount(edge, sessions, () => sessionFeature({ persons: watchingLogins(ports, persons) }))
  mount(edge, people, () => peopleFeature({ places }))
  for (const contract of Object.values(roleContracts)) mount(edge, contract, () => roleFeature)
  mount(edge, consents, async () => (await wings.privacy()).consents)
  mount(edge, account, async () => (await wings.privacy()).account)
  mount(edge, corrections, async () => (await wings.privacy()).corrections)
  mount(edge, privacy, async () => (await wings.privacy()).privacy)
  mount(edge, communities, () => communityFeature)
  mount(edge, photos, () => photoFeature)
  mount(edge, voices, () => voiceFeature)
  mount(edge, complaints, async () => (await wings.complaints()).complaints)
  mount(edge, complaintAreas, async () => (await wings.complaints()).areas)
  mount(edge, complaintWork, async () => (await wings.complaints()).work)
  mount(edge, emergencies, async () => (await wings.emergencies()).emergencies)
  mount(edge, emergencyAreas, async () => (await wings.emergencies()).areas)
  mount(edge, messages, () => messageFeature)
  mount(edge, notices, async () => (await wings.notices()).notices)
  mount(edge, board, async () => (await wings.notices()).board)
  mount(edge, votes, wings.votes)
  mount(edge, fees, wings.fees)
  mount(edge, register, wings.register)
  mount(edge, audit, () => auditFeature({ persons }))
  mount(edge, calendar, () => calendarFeature)
  mount(edge, bindings, wings.bindings)
  return app
}

/** What WeChat sends of itself: its verdicts about photos and voice notes, and what people answered when asked about messages. */
function takeMessages(app: Hono, ports: Ports, { knownBy }: Persons): void {
  const { push, now, log } = ports
  if (!push) return
  const readers = [photoVerdicts(ports), subscribePushes({ ...ports, knownBy })]
  const received = async (message: PushMessage): Promise<void> => {
    for (const read of readers) await read(message)
  }
  const refused = (code: string): void => log.info('message refused', { code })
  app.on(['GET', 'POST'], `${BASE}/weixin/push`, (c) =>
    answerPush(c.req.raw, { settings: push, now, received, refused }),
  )
}

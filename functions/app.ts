import { Hono } from 'hono'
import { auditFeature } from './audit/handlers.ts'
import { bindingFeature } from './bindings/handlers.ts'
import { bindingNeeds } from './bindings/needs.ts'
import { bindingDirectory } from './bindings/offers.ts'
import { calendarFeature } from './clocks/handlers.ts'
import { calendarDirectory } from './clocks/offers.ts'
import { communityFeature } from './communities/handlers.ts'
import { communityDirectory, type Places } from './communities/offers.ts'
import { complaintAreaFeature } from './complaints/areas.ts'
import { complaintFeature } from './complaints/handlers.ts'
import { settingsOffers } from './complaints/settings.ts'
import { complaintWorkFeature } from './complaints/workbench.ts'
import { emergencyAreaFeature } from './emergencies/areas.ts'
import { emergencyFeature } from './emergencies/handlers.ts'
import { feeFeature } from './fees/handlers.ts'
import { boardFeature } from './notices/board.ts'
import { messageFeature } from './messages/handlers.ts'
import { subscribePushes } from './messages/pushes.ts'
import { noticeFeature } from './notices/handlers.ts'
import { peopleFeature } from './people/handlers.ts'
import { personDirectory, type Persons } from './people/offers.ts'
import { roleFeatures } from './people/role-feature.ts'
import { photoFeature } from './photos/handlers.ts'
import { photoOffers } from './photos/offers.ts'
import { auditTrail } from './platform/audit/audit.ts'
import type { Directory } from './platform/http/access.ts'
import { photoVerdicts } from './photos/verdicts.ts'
import { answerErrors } from './platform/http/answer-errors.ts'
import { answerHealth } from './platform/http/health.ts'
import { answerOpenapi } from './platform/http/answer-openapi.ts'
import { BASE, mount } from './platform/http/mount.ts'
import type { Ports } from './platform/ports.ts'
import type { PushMessage } from './platform/weixin/push.ts'
import { answerPush } from './platform/weixin/push-endpoint.ts'
import { personalDataOf } from './personal-data.ts'
import { accountFeature } from './privacy/account.ts'
import { consentFeature } from './privacy/consents.ts'
import { correctionFeature } from './privacy/corrections.ts'
import { privacyFeature } from './privacy/handlers.ts'
import { watchingLogins } from './privacy/idle.ts'
import { sights } from './privacy/offers.ts'
import { registerFeature } from './register/handlers.ts'
import { registerDirectory } from './register/offers.ts'
import { sessionFeature } from './sessions/handlers.ts'
import { voteFeature } from './votes/handlers.ts'

/** The whole API over the ports: the same under Lambda, in one Node process and in tests. */
export function createApp(ports: Ports): Hono {
  const app = new Hono()
  const persons = personDirectory(ports)
  const places = communityDirectory(ports)
  const parts = personalDataOf(ports)
  const directory: Directory = {
    identify: persons.identify,
    community: places.scope,
    place: places.place,
  }

  answerErrors(app, ports)
  answerHealth(app, ports, calendarDirectory(ports).warnings)
  takeMessages(app, ports, persons)
  answerOpenapi(app)
  mount(app, ports, directory, sessionFeature({ persons: watchingLogins(ports, persons) }))
  mount(app, ports, directory, peopleFeature({ places }))
  for (const feature of roleFeatures) mount(app, ports, directory, feature)
  mount(app, ports, directory, consentFeature(parts))
  mount(app, ports, directory, accountFeature(parts))
  mount(app, ports, directory, correctionFeature)
  mount(app, ports, directory, privacyFeature({ persons, places }))
  mount(app, ports, directory, communityFeature)
  mount(app, ports, directory, photoFeature)
  mount(app, ports, directory, complaintFeature(complaintNeeds(ports, places)))
  mount(app, ports, directory, complaintAreaFeature({ places }))
  mount(app, ports, directory, complaintWorkFeature({ settings: settingsOffers(ports) }))
  mount(app, ports, directory, emergencyFeature({ photos: photoOffers(ports) }))
  mount(app, ports, directory, emergencyAreaFeature({ places }))
  mount(app, ports, directory, messageFeature)
  mount(app, ports, directory, noticeFeature)
  mount(app, ports, directory, boardFeature({ places }))
  mount(app, ports, directory, voteFeature({ places, register: registerDirectory(ports) }))
  mount(app, ports, directory, feeFeature)
  mount(app, ports, directory, registerFeature({ places, sights }))
  mount(app, ports, directory, auditFeature({ persons }))
  mount(app, ports, directory, calendarFeature)
  mount(app, ports, directory, bindingFeature(bindingNeeds(ports, { persons, places })))
  return app
}

const complaintNeeds = (ports: Ports, places: Places) => ({
  places,
  photos: photoOffers(ports),
  settings: settingsOffers(ports),
  sights: sights(ports),
  trail: auditTrail(ports),
  assistance: bindingDirectory(ports),
  keys: ports.keys,
  register: registerDirectory(ports),
})

/** What WeChat sends of itself: its verdicts about photos, and what people answered when asked about messages. */
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

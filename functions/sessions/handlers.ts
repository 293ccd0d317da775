import { sessions } from '#shared/sessions/contract.ts'
import type { Persons } from '../people/offers.ts'
import type { Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { DEMO_LOGINS, isDemoCode, isOffered } from './demo-logins.ts'
import { personOfCode } from './weixin-login.ts'

const SESSION_SECONDS = 7 * 86_400

export const sessionFeature = ({
  persons,
}: {
  readonly persons: Persons
}): Feature<typeof sessions, Ports> => ({
  contract: sessions,
  open: (ports) => ports,
  handlers: {
    async open({ code }, { repository: ports, now, newId }) {
      // The stand-in for WeChat knows the demo's codes; outside demo mode nobody is even asked.
      if (isDemoCode(code) && !isOffered(code, ports.mode)) {
        throw new RefusedError('sessions.code_invalid')
      }
      const person = await personOfCode(code, ports.weixin, persons)
      const session = newId()
      const expiresAt = Math.floor(now.getTime() / 1_000) + SESSION_SECONDS
      await persons.openSession(person, session, now, expiresAt)
      const token = await ports.keys.signToken({ person, session, expiresAt })
      return { token, expiresAt: new Date(expiresAt * 1_000).toISOString() }
    },

    async close(_, { person, session }) {
      // Closed twice at the same moment: it is closed.
      await persons.closeSession(person, session)
      return {}
    },

    demoLogins: (_, { repository: { mode } }) =>
      Promise.resolve({ items: mode === 'demo' ? [...DEMO_LOGINS] : [] }),
  },
})

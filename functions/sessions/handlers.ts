import type { sessions } from '#shared/sessions/contract.ts'
import type { Persons } from '../people/offers.ts'
import type { Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { demandPresence } from './confirming.ts'
import { DEMO_LOGINS, isDemoCode, isOffered } from './demo-logins.ts'
import { openDesk, type Desk } from './desk.ts'
import { devicesOf, endAll, endDevice } from './devices.ts'
import { factorHandlers, markConfirmed } from './factor-handlers.ts'
import { refreshed } from './refreshing.ts'
import { openLogin } from './tokens.ts'
import { webHandlers } from './web-handlers.ts'
import { personOfCode } from './weixin-login.ts'

interface Needed {
  readonly persons: Persons
}

export const sessionFeature = ({ persons }: Needed): Feature<typeof sessions, Desk> => ({
  open: openDesk,
  handlers: {
    async open({ code, device }, { repository: { ports, guessing, factors }, ...call }) {
      const { now, newId, address } = call
      const person = await guessing.logIn(
        address,
        now,
        () => personBehind(code, ports, persons),
        (err) => err instanceof RefusedError && err.code === 'sessions.code_invalid',
      )
      const confirmed = (await factors.find(person)) === undefined
      const login = { person, session: newId(), device, confirmed, now, nonce: newId() }
      return openLogin(persons, ports.keys, login)
    },

    refresh: ({ refresh }, { repository: { ports }, now }) =>
      refreshed(persons, ports.keys, refresh, now),

    async close(_, { person, session }) {
      // Closed twice at the same moment: it is closed.
      await persons.closeSession(person, session)
      return {}
    },

    async confirm(shown, { repository: { ports, factors, guessing }, ...call }) {
      const personOf = (code: string) => personBehind(code, ports, persons)
      await demandPresence({ factors, guessing, personOf }, shown, call, call.now)
      return { confirmedUntil: await markConfirmed(persons, call, call.now) }
    },

    devices: async (_, { person, session }) => ({
      items: await devicesOf(persons, person, session),
    }),
    async endDevice({ device }, { person }) {
      await endDevice(persons, person, device)
      return {}
    },
    endAll: async ({ keepHere }, { person, session }) => ({
      ended: await endAll(persons, person, keepHere ? session : undefined),
    }),

    ...factorHandlers(persons),
    ...webHandlers(persons),

    demoLogins: (_, { repository: { ports } }) =>
      Promise.resolve({ items: ports.mode === 'demo' ? [...DEMO_LOGINS] : [] }),
  },
})

/** Whose account a code is of. @throws RefusedError */
function personBehind(code: string, ports: Ports, persons: Persons): Promise<string> {
  // The stand-in for WeChat knows the demo's codes; outside demo mode nobody is even asked.
  if (isDemoCode(code) && !isOffered(code, ports.mode)) {
    return Promise.reject(new RefusedError('sessions.code_invalid'))
  }
  return personOfCode(code, ports.weixin, persons)
}

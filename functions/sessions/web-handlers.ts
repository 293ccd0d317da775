import type { sessions } from '#shared/sessions/contract.ts'
import type { Persons } from '../people/offers.ts'
import type { Handlers } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Desk } from './desk.ts'
import { hear } from './web-entry.ts'
import { expiryOf } from './web-logins.ts'

const UNNAMED = '没有说明的浏览器'

type Web = Pick<
  Handlers<typeof sessions, Desk>,
  'startWebLogin' | 'pollWebLogin' | 'webLogin' | 'answerWebLogin'
>

const unknown = (): RefusedError => new RefusedError('sessions.web_login_unknown')

/** A browser is let in by a person who is logged in in WeChat. */
export const webHandlers = (persons: Pick<Persons, 'sessions'>): Web => ({
  startWebLogin: ({ device = UNNAMED }, { repository: { logins }, now }) => logins.ask(device, now),

  pollWebLogin: (shown, { repository: { ports, logins, factors }, now }) =>
    hear({ persons, ports, logins, factors }, shown, now),

  async webLogin({ code }, { repository: { logins, guessing }, ...call }) {
    const asked = await guessing.guess('web_code', call, call.now, () =>
      logins.find(code, call.now),
    )
    if (!asked) throw unknown()
    // Told before the person reads and decides, not after.
    if (asked.state !== 'waiting') throw new RefusedError('sessions.web_login_over')
    return { browser: asked.browser, askedAt: asked.askedAt, expiresAt: expiryOf(asked) }
  },

  async answerWebLogin({ code, confirm }, { repository: { logins, guessing }, ...call }) {
    const { person, now } = call
    const answered = await guessing.guess('web_code', call, now, () =>
      logins.answer(code, person, confirm, now),
    )
    if (!answered) throw unknown()
    return {}
  },
})

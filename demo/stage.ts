import { createApp } from '#functions/app.ts'
import { createJobs } from '#functions/jobs.ts'
import { sessionItems } from '#functions/people/session-items.ts'
import { BASE } from '#functions/platform/http/mount.ts'
import type { Ports } from '#functions/platform/ports.ts'
import type { Output, Route, Sent } from '#shared/kernel/route.ts'

export const COMMUNITY = 'jinxiu'

/** The product itself, with a clock that the story sets: everything in the demo happened by its own rules. */
export interface Stage {
  readonly ports: Ports
  /** Nothing happens at a time before one that has passed. */
  setClock(time: Date): void
  /** As the mini-program would ask. @throws Error where it is refused: a story that cannot be told is a fault */
  act<R extends Route>(person: string, route: R, input: Sent<R>): Promise<Output<R>>
  /** Everything that is due by the story's clock. */
  sweep(): Promise<void>
}

const LONG = 86_400
const FAR = '9999-01-01T00:00:00.000Z'

export function openStage(ports: Ports): Stage {
  let time = ports.now()
  let made = 0
  // Sessions must outlive the story by the real clock, which is the store's.
  const expiresAt = Math.floor(time.getTime() / 1_000) + LONG
  const told: Ports = { ...ports, now: () => time, limits: { use: () => Promise.resolve(0) } }
  const app = createApp(told)
  const jobs = createJobs(told)
  const sessions = sessionItems(ports.table)
  const tokens = new Map<string, Promise<string>>()

  const logIn = async (person: string): Promise<string> => {
    const session = ports.newId()
    // The story's persons are there whenever it has them do something.
    const record = { openedAt: time.toISOString(), confirmedAt: FAR }
    await sessions.open(person, session, record, expiresAt)
    return ports.keys.signToken({ person, session, expiresAt })
  }
  const tokenOf = (person: string): Promise<string> => {
    const held = tokens.get(person) ?? logIn(person)
    tokens.set(person, held)
    return held
  }
  return {
    ports: told,
    setClock: (to) => (time = to),
    async sweep() {
      await jobs.run()
    },
    async act(person, route, input) {
      const { path, rest } = placed(route.path, input)
      const query = route.method === 'GET' ? `?${new URLSearchParams(rest).toString()}` : ''
      const response = await app.request(BASE + path + query, {
        method: route.method,
        headers: {
          authorization: `Bearer ${await tokenOf(person)}`,
          'idempotency-key': `demo-${(made += 1)}-story`,
        },
        ...(route.method === 'GET' ? {} : { body: JSON.stringify(rest) }),
      })
      const answer = (await response.json()) as never
      if (response.ok) return answer
      throw new Error(`the story stops at ${route.method} ${path}: ${JSON.stringify(answer)}`)
    },
  }
}

function placed(template: string, input: object) {
  const rest: Record<string, string> = { ...(input as Record<string, string>) }
  const path = template.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    Reflect.deleteProperty(rest, name)
    return encodeURIComponent(value)
  })
  return { path, rest }
}

import { emergencies, type Emergency } from '#shared/emergencies/contract.ts'
import type { Act } from '#shared/emergencies/rules.ts'
import { HOUR } from '#shared/kernel/calendar.ts'
import type { Sent } from '#shared/kernel/route.ts'
import type { Answer, Client, Sending } from '../platform/test-client.fixture.ts'
import type { TestApp } from '../platform/test-app.fixture.ts'

export const AT = { community: 'jinxiu' } as const
export const REVIEW = {
  cause: '阀门老化。',
  done: '关阀、更换阀门、恢复供水。',
  changes: '同批阀门本月内全部更换。',
} as const

export const report = (
  by: Client,
  rest: Partial<Sent<typeof emergencies.report>> = {},
  sending: Sending = {},
): Promise<Answer<Emergency>> =>
  by.send(emergencies.report, { ...AT, kind: 'pipe', place: '1幢地下室', ...rest }, sending)

/** Words that do for each act. */
const SAID = {
  confirm: {},
  dismiss: { text: '到场看过，没有发生。' },
  handle: {},
  restore: {},
  review: REVIEW,
} as const

export const act = (
  name: Act,
  by: Client,
  emergency: string,
  { now }: TestApp['clock'],
): Promise<Answer<Emergency>> => {
  const until = new Date(now.getTime() + 2 * HOUR).toISOString()
  const said = name === 'expect' ? { until } : SAID[name]
  return by.send(emergencies[name] as typeof emergencies.confirm, {
    ...AT,
    emergency,
    ...said,
  })
}

/** Reported by the committee, which is not limited, and then what follows: `street confirm`. */
export async function come(app: TestApp, ...steps: readonly string[]): Promise<string> {
  const { body } = await report(await app.as('committee'))
  return go(app, body.emergency, ...steps)
}

/** @throws Error where a step is refused */
export async function go(app: TestApp, emergency: string, ...steps: readonly string[]) {
  for (const step of steps) {
    const [who = '', name = ''] = step.split(' ')
    const { status, code } = await act(name as Act, await app.as(who), emergency, app.clock)
    if (status !== 200) throw new Error(`${step}: ${code ?? status}`)
  }
  return emergency
}

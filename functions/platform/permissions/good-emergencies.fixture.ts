import { HOUR } from '#shared/kernel/calendar.ts'
import { emergencies } from '#shared/emergencies/contract.ts'
import { AT, come, REVIEW } from '../../emergencies/emergencies.fixture.ts'
import type { TestApp } from '../test-app.fixture.ts'
import { good, type GoodRequest } from './good-request.fixture.ts'

/** What may be done to something that happens, each to one of its own. */
export async function goodEmergencies(app: TestApp): Promise<GoodRequest[]> {
  const one = async (...steps: readonly string[]) => ({
    ...AT,
    emergency: await come(app, ...steps),
  })
  const until = new Date(app.clock.now.getTime() + 4 * HOUR).toISOString()
  const confirmed = await one('street confirm')
  return [
    good(emergencies.report, 'resident', { ...AT, kind: 'water', place: '2幢' }),
    good(emergencies.get, 'resident', confirmed),
    good(emergencies.confirm, 'property', { ...(await one()), place: '1幢东侧' }),
    good(emergencies.dismiss, 'street', { ...(await one()), text: '到场看过，没有发生。' }),
    good(emergencies.handle, 'property', await one('street confirm')),
    good(emergencies.expect, 'property', { ...(await one('street confirm')), until }),
    good(emergencies.tick, 'property', { ...(await one('street confirm')), step: 'secure' }),
    good(emergencies.restore, 'property', await one('street confirm')),
    good(emergencies.review, 'street', {
      ...(await one('street confirm', 'property restore')),
      ...REVIEW,
    }),
  ]
}

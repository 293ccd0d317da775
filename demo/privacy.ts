import type { Ports } from '#functions/platform/ports.ts'
import { consentsIn } from '#functions/privacy/consent-repository.ts'
import { sights } from '#functions/privacy/offers.ts'
import { purposeOf } from '#shared/privacy/purposes.ts'
import { COMMUNITY } from './stage.ts'
import { daysAgo } from './steps.ts'

/** Whoever lives in the demo has agreed long ago; every other purpose is theirs to decide. */
export async function addAgreement({ table }: Pick<Ports, 'table'>, person: string, at: Date) {
  const consents = consentsIn(table)
  const { version } = purposeOf('agreement')
  const answer = { purpose: 'agreement', state: 'given', version, at: at.toISOString() } as const
  await consents.add(person, await consents.find(person), [answer], at)
}

/** Two looks at the resident's data that they find under 谁看过我的信息. */
export async function addSights(ports: Pick<Ports, 'table'>, now: Date): Promise<void> {
  const { record } = sights(ports)
  const whose = { person: 'demo-resident' }
  const [claimed, exported] = [daysAgo(now, 20, 10), daysAgo(now, 3, 15)]
  await record({
    ...{ viewer: 'demo-community', as: 'community', community: COMMUNITY, whose },
    ...{ what: 'claim', now: claimed },
  })
  await record({
    ...{ viewer: 'demo-committee', as: 'committee', community: COMMUNITY, whose },
    ...{ what: 'export', now: exported },
  })
}

import { purposeOf, type PurposeId } from '#shared/privacy/purposes.ts'
import { keptUntil } from '#shared/privacy/retention.ts'
import { holds } from '#shared/privacy/rules.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { consentsIn } from './consent-repository.ts'
import { addSights, type Looked } from './sight-repository.ts'

export type { PersonalData } from './personal-data.ts'
export type { Looked } from './sight-repository.ts'

/** What a person consented to. */
export interface ConsentDirectory {
  /** Whether the person consents now, to the current version. */
  holds(person: string, purpose: PurposeId): Promise<boolean>
  /** @throws RefusedError `privacy.agreement_needed` or `privacy.consent_needed` where they do not */
  require(person: string, purpose: PurposeId): Promise<void>
}

export function consentDirectory({ table }: Pick<Ports, 'table'>): ConsentDirectory {
  const consents = consentsIn(table)
  return {
    holds: async (person, purpose) => holds((await consents.find(person)).answers, purpose),
    async require(person, purpose) {
      const { answers } = await consents.find(person)
      if (!holds(answers, 'agreement')) throw new RefusedError('privacy.agreement_needed')
      if (!holds(answers, purpose)) {
        throw new RefusedError('privacy.consent_needed', { purpose: purposeOf(purpose).title })
      }
    },
  }
}

/** Who was shown whose data: whoever answers personal data of others in full records it before answering. */
export interface Sights {
  /** One entry per viewer, person or owner, kind and Shanghai day, however often it is called. */
  record(looked: Looked): Promise<void>
}

export const sights = ({ table }: Pick<Ports, 'table'>): Sights => ({
  record: (looked) => addSights(table, looked, keptUntil('sights', looked.now)),
})

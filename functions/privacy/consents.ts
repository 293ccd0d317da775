import { consents, type Consents } from '#shared/privacy/contract.ts'
import type { PurposeId } from '#shared/privacy/purposes.ts'
import {
  consentsFrom,
  mayGive,
  mayRefuse,
  mayWithdraw,
  type Answer,
  type Answers,
} from '#shared/privacy/rules.ts'
import type { Call, Feature } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { consentsIn, type Consenting } from './consent-repository.ts'

type State = Answer['state']

export const consentFeature: Feature<typeof consents, Consenting> = {
  contract: consents,
  open: ({ table }) => consentsIn(table),
  handlers: {
    async mine(_, { person, repository, now }) {
      return shown((await repository.find(person)).answers, now)
    },
    give: ({ purpose, version }, call) =>
      answer(call, purpose, 'given', (answers) => {
        accepted(mayGive(answers, purpose, version))
        return version
      }),
    refuse: ({ purpose, version }, call) =>
      answer(call, purpose, 'refused', () => {
        accepted(mayRefuse(purpose, version))
        return version
      }),
    withdraw: ({ purpose }, call) =>
      answer(call, purpose, 'withdrawn', (answers) => {
        accepted(mayWithdraw(answers, purpose))
        return answers[purpose]?.version ?? 0
      }),
  },
}

/** The same answer twice is one answer, from its first time. */
async function answer(
  { person, repository, now }: Call<Consenting>,
  purpose: PurposeId,
  state: State,
  versionOf: (answers: Answers) => number,
): Promise<Consents> {
  const found = await repository.find(person)
  const next: Answer = { state, version: versionOf(found.answers), at: now.toISOString() }
  const held = found.answers[purpose]
  if (held?.state === state && held.version === next.version) return shown(found.answers, now)
  await repository.add(person, found, purpose, next)
  return shown({ ...found.answers, [purpose]: next }, now)
}

const shown = (answers: Answers, now: Date): Consents => ({ items: consentsFrom(answers, now) })

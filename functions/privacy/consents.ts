import type { consents, Consents } from '#shared/privacy/contract.ts'
import type { PurposeId } from '#shared/privacy/purposes.ts'
import {
  consentsFrom,
  mayGive,
  mayRefuse,
  mayWithdraw,
  withdrawnWith,
  type Answer,
  type Answers,
} from '#shared/privacy/rules.ts'
import type { Call, Feature } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { consentsIn, type Consenting } from './consent-repository.ts'
import type { PersonalData } from './personal-data.ts'

type Parts = readonly PersonalData[]

export const consentFeature = (parts: Parts): Feature<typeof consents, Consenting> => ({
  open: ({ table }) => consentsIn(table),
  handlers: {
    async mine(_, { person, repository, now }) {
      return shown((await repository.find(person)).answers, now)
    },
    give: ({ purpose, version }, call) =>
      answer(call, 'given', (answers) => {
        accepted(mayGive(answers, purpose, version))
        return { [purpose]: version }
      }),
    refuse: ({ purpose, version }, call) =>
      answer(call, 'refused', () => {
        accepted(mayRefuse(purpose, version))
        return { [purpose]: version }
      }),
    async withdraw({ purpose }, call) {
      const answered = await answer(call, 'withdrawn', (answers) =>
        withdrawnWith(accepted(mayWithdraw(answers, purpose)), answers),
      )
      await endWhatRested(call.repository, parts, call.person, call.now)
      return answered
    },
  },
})

type Versions = Readonly<Partial<Record<PurposeId, number>>>

/** The same answer twice is one answer, from its first time. */
async function answer(
  { person, repository, now }: Call<Consenting>,
  state: Answer['state'],
  decide: (answers: Answers) => Versions,
): Promise<Consents> {
  const found = await repository.find(person)
  const { answers } = found
  const at = now.toISOString()
  const added = Object.entries(decide(answers)).flatMap(([name, version]) => {
    const purpose = name as PurposeId
    const held = answers[purpose]
    return held?.state === state && held.version === version
      ? []
      : [{ purpose, state, version, at }]
  })
  if (added.length === 0) return shown(answers, now)
  await repository.add(person, found, added, now)
  const changed = Object.fromEntries(added.map(({ purpose, ...one }) => [purpose, one]))
  return shown({ ...answers, ...changed }, now)
}

/** At once after the withdrawal; the sweep takes up what a crash left. Given anew meanwhile, nothing ends. */
export async function endWhatRested(
  consenting: Consenting,
  parts: Parts,
  person: string,
  now: Date,
): Promise<void> {
  const found = await consenting.find(person)
  if (found.ending.length === 0) return
  for (const purpose of found.ending.filter((one) => found.answers[one]?.state === 'withdrawn')) {
    for (const part of parts) await part.withdrawn?.(person, purpose, now)
  }
  await consenting.ended(person, found, now)
}

const shown = (answers: Answers, now: Date): Consents => ({ items: consentsFrom(answers, now) })

import type { Job } from '../platform/jobs/sweep.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import type { Ports } from '../platform/ports.ts'
import {
  closingsIn,
  closureEntry,
  CLOSURE_KIND,
  personOf,
  StoredClosure,
  type FoundClosure,
} from './closing-repository.ts'
import {
  CORRECTION_KIND,
  correctionItem,
  correctionKeptUntil,
  StoredCorrection,
} from './correction-repository.ts'
import { CONSENT_KIND, consentsIn, personOfConsents } from './consent-repository.ts'
import { endWhatRested } from './consents.ts'
import type { PersonalData } from './personal-data.ts'

type Needs = Pick<Ports, 'table' | 'now'>

/** Closes accounts whose seven days are over, and ends what rested on a consent where that was broken off. */
export const privacyJobs = (ports: Needs, parts: readonly PersonalData[]): readonly Job[] => [
  {
    kind: CLOSURE_KIND,
    visit: (item, now) =>
      visitClosure(
        ports,
        parts,
        personOf(item),
        { stored: StoredClosure.parse(item.data), version: item.version },
        now,
      ),
  },
  {
    kind: CORRECTION_KIND,
    async visit(item, now) {
      const stored = StoredCorrection.parse(item.data)
      await auditTrail(ports).append(stored.audit)
      const until = correctionKeptUntil(stored)
      if (until && until <= now) return ports.table.delete(item, item.version)
      await ports.table.put(correctionItem({ ...stored, audit: [] }, item.version + 1, now))
    },
  },
  {
    kind: CONSENT_KIND,
    visit: (item, now) =>
      endWhatRested(consentsIn(ports.table), parts, personOfConsents(item), now),
  },
]

async function visitClosure(
  ports: Needs,
  parts: readonly PersonalData[],
  person: string,
  { stored, version }: FoundClosure,
  now: Date,
): Promise<void> {
  if (!stored) return
  const closings = closingsIn(ports.table)
  await auditTrail(ports).append(stored.audit)
  const settled: StoredClosure = { ...stored, audit: [] }
  const isDue = stored.state === 'closing' && Date.parse(stored.dueAt) <= now.getTime()
  if (!isDue) return closings.save(person, settled, { stored, version }, now)

  let held: FoundClosure = { stored: settled, version }
  let next = settled
  for (const part of parts.filter(({ feature }) => !stored.done.includes(feature))) {
    const { frozen } = await part.foresee(person, now)
    await part.erase(person, now)
    next = { ...next, done: [...next.done, part.feature], frozen: [...next.frozen, ...frozen] }
    await closings.save(person, next, held, now)
    held = { stored: next, version: held.version + 1 }
  }
  const detail = { parts: next.done.length, frozen: next.frozen.length }
  const id = `closed-${person}-${stored.requestedAt}`.replace(/[:.]/g, '').slice(0, 64)
  const audit = [closureEntry(id, person, 'privacy.erase', now, detail)]
  await closings.save(person, { ...next, state: 'closed', audit }, held, now)
}

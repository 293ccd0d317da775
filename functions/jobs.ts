import { bindingJobs } from './bindings/jobs.ts'
import { bindingNeeds } from './bindings/needs.ts'
import { ownerAccounts } from './bindings/offers.ts'
import { calendarJob } from './clocks/jobs.ts'
import { communityDirectory } from './communities/offers.ts'
import { formerComplaints } from './complaints/former.ts'
import { complaintJob } from './complaints/jobs.ts'
import { settingsOffers } from './complaints/settings.ts'
import { emergencyJob } from './emergencies/jobs.ts'
import { billJob } from './fees/jobs.ts'
import { messages } from './messages/offers.ts'
import { messageJob } from './messages/jobs.ts'
import { noticeJob } from './notices/jobs.ts'
import { peopleJobs } from './people/jobs.ts'
import { personDirectory, roleHolders } from './people/offers.ts'
import { photoJob } from './photos/jobs.ts'
import { photoOffers } from './photos/offers.ts'
import type { Ports } from './platform/ports.ts'
import { createSweep, type Job, type Pace, type Sweep } from './platform/jobs/sweep.ts'
import { personalDataOf } from './personal-data.ts'
import { consentDirectory } from './privacy/offers.ts'
import { idleJob } from './privacy/idle.ts'
import { privacyJobs } from './privacy/jobs.ts'
import { registerJobs } from './register/jobs.ts'
import { registerReader } from './register/offers.ts'
import { voteJobs } from './votes/jobs.ts'
import { petitionJob } from './votes/petitions/jobs.ts'
import { messageAccepted } from './votes/serving/message-accepted.ts'
import { tellVotesJob } from './votes/serving/telling.ts'

/** Everything that happens by the clock, over the ports: run by a timer here, by a schedule and a stream on AWS. */
export function createJobs(ports: Ports, pace?: Pace): Sweep {
  const sweep = createSweep(ports, jobsOf(ports), pace)
  const settings = settingsOffers(ports)
  const bringUp = formerComplaints({ ...ports, places: communityDirectory(ports), settings })
  return {
    ...sweep,
    async run() {
      const swept = await sweep.run()
      try {
        await bringUp()
        return swept
      } catch (err) {
        // What was due did not wait for it; the next run tries again.
        const message = err instanceof Error ? err.message : String(err)
        ports.log.error('job failed', { kind: 'FORMER', message })
        return { ...swept, failed: swept.failed + 1 }
      }
    },
  }
}

const COMMITTEE_ROLES = ['committee', 'interim', 'preparatory'] as const

export function jobsOf(ports: Ports): readonly Job[] {
  const persons = personDirectory(ports)
  const { openidOf } = persons
  const places = communityDirectory(ports)
  return [
    complaintJob({
      ...ports,
      openidOf,
      photos: photoOffers(ports),
      settings: settingsOffers(ports),
      messages: messages(ports),
    }),
    emergencyJob({ ...ports, places, photos: photoOffers(ports), messages: messages(ports) }),
    photoJob({ ...ports, openidOf }),
    messageJob({
      ...ports,
      openidOf,
      exists: async (person) => (await persons.grantsOf(person)) !== undefined,
      consents: (person) => consentDirectory(ports).holds(person, 'notices'),
      accepted: messageAccepted({ ...ports, homesOf: persons.homesOf }),
    }),
    noticeJob(ports),
    billJob(ports),
    ...peopleJobs(ports),
    ...bindingJobs(ports, bindingNeeds(ports, { persons, places })),
    ...voteJobs(ports),
    tellVotesJob({
      ...ports,
      messages: messages(ports),
      ownersOf: (community, unit) => ownerAccounts(ports.table, community, unit),
    }),
    petitionJob({
      ...ports,
      places,
      openidOf,
      register: registerReader(ports),
      messages: messages(ports),
      committeeOf: (of, now) =>
        roleHolders(ports.table, { scope: 'community', of }, COMMITTEE_ROLES, now),
      officeOf: (of, now) =>
        roleHolders(ports.table, { scope: 'community', of }, ['community'], now),
    }),
    ...registerJobs(ports),
    ...privacyJobs(ports, personalDataOf(ports)),
    idleJob(ports, persons),
    calendarJob(ports),
  ]
}

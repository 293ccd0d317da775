import { auditTrail } from '../platform/audit/audit.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Ports } from '../platform/ports.ts'
import { foundIn, tablesOn } from './tables.ts'

/** Who gave which year's table goes to the platform's audit. Clocks look for a table they missed by themselves. */
export const calendarJob = (ports: Pick<Ports, 'table' | 'now'>): Job => ({
  kind: 'CALENDAR',
  async visit(item, now) {
    const found = foundIn(item)
    await auditTrail(ports).append(found.stored.audit)
    await tablesOn(ports.table).save(Number(item.sk), { ...found.stored, audit: [] }, found, now)
  },
})

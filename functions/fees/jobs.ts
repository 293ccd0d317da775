import { auditTrail } from '../platform/audit/audit.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Ports } from '../platform/ports.ts'
import { BILL_KIND, billItem, removalDue, StoredBill } from './stored-bill.ts'

/** Removes a bill that was kept long enough; the chain says once of each period that its bills go. */
export const billJob = (ports: Pick<Ports, 'table' | 'now'>): Job => ({
  kind: BILL_KIND,
  async visit(item, now) {
    const [, community = ''] = item.pk.split('#')
    const bill = StoredBill.parse(item.data)
    const due = removalDue(bill)
    if (!due || due > now) return ports.table.put(billItem(community, bill, item.version + 1))
    await auditTrail(ports).append([
      {
        ...{ id: `bills-${community}-${bill.from}`.slice(0, 64), at: now.toISOString() },
        ...{ scope: community, by: 'command', act: 'fees.expire', subject: bill.from },
      },
    ])
    return ports.table.delete(item, item.version)
  },
})

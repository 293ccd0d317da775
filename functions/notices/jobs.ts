import type { Job } from '../platform/jobs/sweep.ts'
import type { Table } from '../platform/table/table.ts'
import { READS, stateItem } from './items.ts'
import { countReads } from './read-count.ts'
import { StoredNotice } from './stored.ts'

/** Counts reads anew, and takes a notice from among the pinned once it is no longer current. */
export const noticeJob = ({ table }: { readonly table: Table }): Job => ({
  kind: 'NOTICE',
  visit: (item, now) =>
    item.sk === READS
      ? countReads(table, item, now)
      : table.put(stateItem(StoredNotice.parse(item.data), item.version + 1, now)),
})

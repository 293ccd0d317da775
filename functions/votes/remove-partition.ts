import type { Table } from '../platform/table/table.ts'

const AT_ONCE = 50

/** Every item of a partition, page by page: taken up again after a crash it removes what is left. */
export async function removePartition(table: Table, partition: string): Promise<void> {
  let cursor: string | undefined
  do {
    const page = await table.query(partition, { limit: AT_ONCE, ...(cursor && { cursor }) })
    await Promise.all(page.items.map((item) => table.delete(item, item.version)))
    cursor = page.cursor
  } while (cursor !== undefined)
}

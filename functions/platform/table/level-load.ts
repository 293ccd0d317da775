import { Draft } from './level-draft.ts'
import { entriesOf } from './level-entries.ts'
import { ALL_BUT_META, ALL_ITEMS } from './level-keys.ts'
import { RESTORING } from './level-open.ts'
import type { Store } from './level-reader.ts'
import { checkItem } from './limits.ts'
import { COUNTER } from './table-definition.ts'
import type { Item } from './table.ts'

/** From a file, or from memory. */
export type Items = AsyncIterable<Item> | Iterable<Item>

const AT_ONCE = 200

/** A restore must not be mixed with what is there. */
export class NotEmptyError extends Error {
  override name = 'NotEmptyError'
}

export const isEmpty = async (db: Store): Promise<boolean> =>
  (await db.keys({ ...ALL_ITEMS, limit: 1 }).all()).length === 0

/** All or nothing, also over a kill: until it is done the store carries a mark and will not open. */
export async function loadItems(db: Store, items: Items): Promise<void> {
  if (!(await isEmpty(db))) throw new NotEmptyError('the store is not empty')
  await db.put(RESTORING, '', { sync: true })
  try {
    await loadInBatches(db, items)
  } catch (err) {
    await db.clear(ALL_BUT_META)
    await db.del(RESTORING, { sync: true })
    throw err
  }
  await db.del(RESTORING, { sync: true })
}

async function loadInBatches(db: Store, items: Items): Promise<void> {
  let draft = new Draft(db)
  let waiting = 0
  for await (const item of items) {
    draft.save(entriesOf(item, checkItem(item, COUNTER)))
    waiting += 1
    if (waiting < AT_ONCE) continue
    await draft.write(true)
    draft = new Draft(db)
    waiting = 0
  }
  await draft.write(true)
}

import { isExpired } from './expiry.ts'
import { entriesOf, type Entries, type Head } from './level-entries.ts'
import { itemKey } from './level-keys.ts'
import type { Change } from './level-writer.ts'
import { checkItem } from './limits.ts'
import { COUNTER } from './table-definition.ts'
import { ConflictError, LimitError, type Item, type Key } from './table.ts'

const unlessExpired = (head: Head | undefined, seconds: number): Head | undefined =>
  head && isExpired(head, seconds) ? undefined : head

function expectVersion(head: Head | undefined, version: number): void {
  const stored = head?.version ?? 0
  if (stored !== version) throw new ConflictError(`version ${stored} is stored, not ${version}`)
}

export const putting =
  (entries: Entries, seconds: number): Change<void> =>
  (draft) => {
    expectVersion(unlessExpired(draft.read(entries.key), seconds), entries.head.version - 1)
    draft.save(entries)
  }

export const removing =
  (key: Key, version: number, seconds: number): Change<void> =>
  (draft) => {
    const place = itemKey(key)
    expectVersion(unlessExpired(draft.read(place), seconds), version)
    draft.remove(place)
  }

export const adding =
  (key: Key, amount: number, expiresAt: number, seconds: number): Change<number> =>
  (draft) => {
    const head = unlessExpired(draft.read(itemKey(key)), seconds)
    if (head && head.v !== COUNTER) throw new LimitError('add found an item that is no counter')
    const sum = Number(head?.data ?? 0) + amount
    const version = (head?.version ?? 0) + 1
    const counter: Item = { pk: key.pk, sk: key.sk, version, v: COUNTER, data: sum, expiresAt }
    draft.save(entriesOf(counter, checkItem(counter, COUNTER)))
    return sum
  }

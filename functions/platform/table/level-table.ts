import { isExpired, secondsOf, systemClock } from './expiry.ts'
import { adding, putting, removing } from './level-changes.ts'
import { entriesOf, readItem } from './level-entries.ts'
import { KeptItems } from './level-kept.ts'
import { itemKey } from './level-keys.ts'
import { isEmpty, loadItems, type Items } from './level-load.ts'
import { openStore } from './level-open.ts'
import {
  countItems,
  readIndex,
  readItems,
  readKeys,
  snapshotOf,
  type Store,
} from './level-reader.ts'
import { OccasionalSweep, sweepExpired } from './level-sweep.ts'
import { GroupWriter } from './level-writer.ts'
import {
  BATCH_GET,
  checkCount,
  checkCounter,
  checkDistinct,
  checkItem,
  checkKey,
  checkVersion,
  PUT_NEW,
} from './limits.ts'
import type { IndexName, Item, Key, Range, Table } from './table.ts'

export { NotEmptyError, type Items } from './level-load.ts'
export { UnusableFolderError } from './level-open.ts'

/** What one machine's store can do beyond the port. */
export interface LevelTable extends Table {
  /** Every live item as it is now, in key order; writes go on meanwhile and are not seen. */
  snapshot(): AsyncIterable<Item>
  isEmpty(): Promise<boolean>
  /** Fills an empty store, versions as they are: all or nothing. @throws NotEmptyError */
  load(items: Items): Promise<void>
  /** Removes expired items, at most `limit` (default 1,000); tells how many. Also done now and then by itself. */
  sweepExpired(limit?: number): Promise<number>
}

export interface LevelOptions {
  readonly now?: () => Date
}

const SWEEP = 1000

/**
 * One machine: LevelDB in this process. An answered write is synced to disk.
 * @throws UnusableFolderError when the folder is locked, unwritable or not ours.
 */
export async function openLevelTable(
  folder: string,
  { now = systemClock }: LevelOptions = {},
): Promise<LevelTable> {
  return new StoredTable(await openStore(folder), now)
}

/** What throws, rejects. */
const promised = <T>(read: () => T): Promise<T> => new Promise((resolve) => resolve(read()))

class StoredTable implements LevelTable {
  readonly #db: Store
  readonly #now: () => Date
  readonly #kept = new KeptItems()
  readonly #writer: GroupWriter
  readonly #sweep: OccasionalSweep

  constructor(db: Store, now: () => Date) {
    this.#db = db
    this.#now = now
    this.#writer = new GroupWriter(db, (keys) => this.#kept.forget(keys))
    this.#sweep = new OccasionalSweep(db, this.#writer)
  }

  get(key: Key) {
    return promised(() => this.#read(key))
  }

  batchGet(keys: readonly Key[]) {
    return promised(() => {
      checkCount(keys.length, BATCH_GET)
      return keys.map((key) => this.#read(key))
    })
  }

  async put(item: Item): Promise<void> {
    const entries = entriesOf(item, checkItem(item))
    await this.#writer.submit(putting(entries, this.#seconds()))
    this.#sweep.wrote(this.#now())
  }

  async putNew(items: readonly Item[]): Promise<void> {
    checkCount(items.length, PUT_NEW)
    checkDistinct(items)
    const all = items.map((item) => entriesOf(item, checkItem(item)))
    await this.#writer.submit((draft) => all.forEach((entries) => draft.save(entries)))
  }

  async delete(key: Key, version: number): Promise<void> {
    checkKey(key)
    checkVersion(version)
    await this.#writer.submit(removing(key, version, this.#seconds()))
  }

  async add(key: Key, amount: number, expiresAt: number): Promise<number> {
    checkKey(key)
    checkCounter(amount, expiresAt)
    const change = adding(key, amount, expiresAt, this.#seconds())
    // A power cut may forget a counter: no decision but a rate limit rests on one.
    const sum = await this.#writer.submit(change, false)
    this.#sweep.wrote(this.#now())
    return sum
  }

  query(pk: string, range: Range = {}) {
    return readItems(this.#db, pk, range, this.#seconds())
  }

  queryKeys(pk: string, range: Range = {}) {
    return readKeys(this.#db, pk, range, this.#seconds())
  }

  queryIndex(index: IndexName, pk: string, range: Range = {}) {
    return readIndex(this.#db, index, pk, range, this.#seconds())
  }

  count(pk: string, range: Range = {}) {
    return countItems(this.#db, pk, range, this.#seconds())
  }

  snapshot() {
    return snapshotOf(this.#db, this.#seconds())
  }

  isEmpty() {
    return isEmpty(this.#db)
  }

  load(items: Items) {
    return loadItems(this.#db, items).finally(() => this.#kept.clear())
  }

  sweepExpired(limit = SWEEP) {
    return sweepExpired(this.#db, this.#writer, this.#now(), limit)
  }

  async close() {
    await this.#sweep.idle()
    await this.#writer.idle()
    await this.#db.close()
  }

  #seconds(): number {
    return secondsOf(this.#now())
  }

  /** Synchronous: a tenth of the processor time that a trip through the thread pool costs. */
  #read(key: Key): Item | undefined {
    checkKey(key)
    const place = itemKey(key)
    const item = this.#kept.get(place) ?? this.#fetch(place)
    return item && !isExpired(item, this.#seconds()) ? item : undefined
  }

  #fetch(place: string): Item | undefined {
    const text = this.#db.getSync(place)
    return text === undefined ? undefined : this.#kept.met(place, text, readItem(text))
  }
}

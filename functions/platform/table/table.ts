/** Keys order by their UTF-8 bytes; `pk` holds at most 2,048 bytes, `sk` at most 1,024. Neither may be empty. */
export interface Key {
  readonly pk: string
  readonly sk: string
}

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined }

/** `wake` holds what the sweep has to visit, `by1` and `by2` what a feature lists by. */
export const INDEXES = ['wake', 'by1', 'by2'] as const
export type IndexName = (typeof INDEXES)[number]

export interface Item extends Key {
  /** 1 when created; every later write says one more than it read. */
  readonly version: number
  /** Format of `data` and `card`: readers know this one and upcast the previous. */
  readonly v: number
  readonly data: Json
  /** What a listing by `by1` or `by2` shows. The only payload an index holds, so nothing else can leak through one. */
  readonly card?: Json
  /** Sparse: the item stands in an index only while it carries that index's key. */
  readonly wake?: Key
  readonly by1?: Key
  readonly by2?: Key
  /** Epoch seconds. From then on every read treats the item as absent; the store removes it later. */
  readonly expiresAt?: number
}

/** A row of an index: where the item is, and but for `wake` its card. It may be stale: a decision re-reads the item. */
export type IndexRow = Pick<Item, 'pk' | 'sk' | 'version' | 'v' | 'card'> & {
  /** The row's place in the index (its `sk` there). */
  readonly at: string
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Where the next page starts; absent when nothing is left. Opaque. (What follows 1 MB may be empty.) */
  readonly cursor?: string
}

/** Bounds are inclusive and on `sk`; `prefix` excludes `from` and `to`. At most 1 MB or `limit` rows a page. */
export interface Range {
  readonly from?: string
  readonly to?: string
  readonly prefix?: string
  readonly reverse?: boolean
  readonly limit?: number
  readonly cursor?: string
}

/**
 * The whole of DynamoDB that this project uses. Every adapter passes one conformance suite.
 * Every invariant of the product holds with these single-item writes: there are no transactions.
 */
export interface Table {
  /** `consistent` (default true) sees every write acknowledged before. */
  get(key: Key, options?: { readonly consistent?: boolean }): Promise<Item | undefined>
  /** At most 100 keys; the answer keeps their order, `undefined` where there is none. Consistent. */
  batchGet(keys: readonly Key[]): Promise<readonly (Item | undefined)[]>
  /** @throws ConflictError unless the stored version is `item.version - 1` (0: absent or expired). */
  put(item: Item): Promise<void>
  /** Unconditional, at most 25, only for keys that hold a fresh id: nobody else can be writing them. */
  putNew(items: readonly Item[]): Promise<void>
  /** @throws ConflictError unless the stored version is `version`. */
  delete(key: Key, version: number): Promise<void>
  /**
   * Adds to an atomic counter and returns its new value. For rate limits only: not idempotent.
   * Read as an item it has `v` 0 and its number as `data`. @throws LimitError on any other item.
   */
  add(key: Key, amount: number, expiresAt: number): Promise<number>
  /** One partition, in key order. Consistent. */
  query(pk: string, range?: Range): Promise<Page<Item>>
  /** As `query`, but nothing of the item but its key leaves the store. */
  queryKeys(pk: string, range?: Range): Promise<Page<Key>>
  /** One partition of an index, in order of the index's `sk`; among equal ones rely on no order. */
  queryIndex(index: IndexName, pk: string, range?: Range): Promise<Page<IndexRow>>
  /** Number of live items in the range of a partition (`limit` and `cursor` do not apply). */
  count(pk: string, range?: Range): Promise<number>
  close(): Promise<void>
}

/** Somebody else wrote first. */
export class ConflictError extends Error {
  override name = 'ConflictError'
}

/** For writes that are the same for everyone who races: whoever is first wins, and nobody loses. */
export function ignoreConflict(err: unknown): void {
  if (!(err instanceof ConflictError)) throw err
}

/** The item or key breaks a limit of the store (400 KB, key sizes, empty keys): a fault in our code. */
export class LimitError extends Error {
  override name = 'LimitError'
}

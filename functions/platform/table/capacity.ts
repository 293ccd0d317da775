import { itemBytes, rowBytes } from './item-size.ts'
import { SHOWS_CARD } from './table-definition.ts'
import { INDEXES, type IndexName, type Item, type Table } from './table.ts'

/** An operation of the port, by its name. */
export type Operation = Exclude<keyof Table, 'close'>

/** DynamoDB capacity units. */
export interface Units {
  readonly reads: number
  readonly writes: number
}

/** Told of every request; an operation that took several is told of several times. */
export type OnCapacity = (operation: Operation, units: Units) => void

const READ_BYTES = 4096
const WRITE_BYTES = 1024

/** A read of nothing costs as much as one of the least item. */
export const readUnits = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / READ_BYTES)) * (consistent ? 1 : 0.5)

const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_BYTES))

const bytesOf = (item: Item | undefined): number => (item ? itemBytes(item) : 0)

/** A write costs the larger of what was there and what comes; also one whose condition failed. */
export const tableWrites = (before: Item | undefined, after: Item | undefined): number =>
  writeUnits(Math.max(bytesOf(before), bytesOf(after)))

const shownIn = (index: IndexName, item: Item): string =>
  JSON.stringify([
    ...[item[index], item.version, item.v, item.expiresAt],
    SHOWS_CARD[index] && item.card,
  ])

const placeIn = (index: IndexName, item: Item): string => JSON.stringify(item[index])

/** A row that moves is one deleted and one put; one of which nothing shown changes costs nothing. */
function rowWrites(index: IndexName, left: Item, came: Item): number {
  if (shownIn(index, left) === shownIn(index, came)) return 0
  const [old, next] = [rowBytes(left, index), rowBytes(came, index)]
  const stays = placeIn(index, left) === placeIn(index, came)
  return stays ? writeUnits(Math.max(old, next)) : writeUnits(old) + writeUnits(next)
}

function indexWrites(index: IndexName, before: Item | undefined, after: Item | undefined): number {
  const left = before?.[index] && before
  const came = after?.[index] && after
  if (left && came) return rowWrites(index, left, came)
  const only = left ?? came
  return only ? writeUnits(rowBytes(only, index)) : 0
}

export const allWrites = (before: Item | undefined, after: Item | undefined): number =>
  INDEXES.reduce(
    (sum, index) => sum + indexWrites(index, before, after),
    tableWrites(before, after),
  )

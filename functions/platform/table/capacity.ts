import type { Table } from './table.ts'

/** An operation of the port, by its name. */
export type Operation = Exclude<keyof Table, 'close'>

/** DynamoDB capacity units. A decorator or an adapter tells them as it uses them, in parts. */
export interface Units {
  readonly reads: number
  readonly writes: number
}

export type OnCapacity = (operation: Operation, units: Units) => void

const READ_BYTES = 4096
const WRITE_BYTES = 1024

/** A read of nothing costs as much as one of the least item. */
export const readUnits = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / READ_BYTES)) * (consistent ? 1 : 0.5)

export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_BYTES))

/** What is left of a spreadsheet once it is read: text by place, as the person sees it there. */
export interface Cell {
  /** 0 for column A. */
  readonly column: number
  /** As typed, not trimmed; a number in the file's own digits. Never empty. */
  readonly text: string
  /** `error` is a `#REF!` and its like. */
  readonly kind: 'text' | 'number' | 'error'
  /** The text is a formula's last result. */
  readonly formula?: true
  /** Stands in a merged area; the text is that of the area's first cell. */
  readonly merged?: true
}

export interface Row {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number
  /** Only cells that hold something, left to right. */
  readonly cells: readonly Cell[]
}

export interface Sheet {
  readonly name: string
  readonly hidden?: true
  /** Only rows that hold something, top to bottom. */
  readonly rows: readonly Row[]
}

/** What a file may cost before it is refused. Sizes in bytes. */
export interface ReadingLimits {
  readonly fileBytes: number
  readonly csvBytes: number
  /** Files in the workbook's archive. */
  readonly entries: number
  /** Unpacked size of one part of the workbook, and of all parts read. */
  readonly entryBytes: number
  readonly totalBytes: number
  /** Unpacked ÷ packed, for parts over 1 MB. */
  readonly ratio: number
  /** Rows of all sheets, blank ones too, and cells, empty ones too. */
  readonly rows: number
  readonly cells: number
  readonly sheets: number
}

// A register of 20,000 homes is a workbook of 1.6 MB, 12 MB unpacked (8 times), 240,000 cells; a CSV of 2 MB.
export const READING_LIMITS: ReadingLimits = {
  fileBytes: 20_000_000,
  csvBytes: 10_000_000,
  entries: 500,
  entryBytes: 64_000_000,
  totalBytes: 128_000_000,
  ratio: 100,
  rows: 100_000,
  cells: 2_000_000,
  sheets: 100,
}

/** What a spreadsheet lets into one cell. */
export const LONGEST_CELL = 32_767

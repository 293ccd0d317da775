import type { TableVersion } from '#shared/clocks/contract.ts'

/** A table as given, or one that came with the product. */
export type ShownTable = Pick<TableVersion, 'year' | 'version' | 'source' | 'off' | 'worked'> &
  Partial<Pick<TableVersion, 'givenAt' | 'givenBy' | 'confidence'>>

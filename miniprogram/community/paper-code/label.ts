/** A home as it stands on the door. */
export interface Door {
  readonly building: string | undefined
  readonly unit: string
  readonly room: string
}

const NUMBER = /^[0-9A-Za-z]+/
const AFTER = /(栋|幢|座|号楼|楼|单元|室|房|号)$/

const plain = (typed: string): string =>
  typed
    .replace(/[\s　]/g, '')
    .replace(AFTER, '')
    .replace(/^0+(?=\d)/, '')
    .toUpperCase()

/** `1栋`, `2 单元`, `0801 室` → `1-2-801`, what the register calls it; nothing where something is missing. */
export function labelOf({ building = '', unit, room }: Door): string | undefined {
  const of = NUMBER.exec(building)?.[0] ?? building
  const parts = [of, unit, room].map(plain)
  if (parts[0] === '' || parts[2] === '') return undefined
  return parts.filter((part) => part !== '').join('-')
}

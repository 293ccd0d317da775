import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { checkOf } from '#shared/kernel/public-number.ts'

/** What is printed on a sheet: the head's number on the roll, the how manyth print, and letters nobody can guess. */
export interface SheetCode {
  readonly place: number
  readonly edition: number
  /** Eight symbols and one that catches slips. */
  readonly letters: string
}

export const LETTERS = 8

export const serialOf = ({ place, edition }: Pick<SheetCode, 'place' | 'edition'>): string =>
  `${place}-${edition}`

/** `12-1` → its two numbers. */
export function parseSerial(serial: string): Pick<SheetCode, 'place' | 'edition'> | undefined {
  const found = /^([1-9]\d{0,5})-([1-9]\d?)$/.exec(serial)
  return found ? { place: Number(found[1]), edition: Number(found[2]) } : undefined
}

/** As the QR code holds it: so short that its modules are a millimetre wide. */
export const writtenCode = (code: SheetCode): string => `${serialOf(code)}-${code.letters}`

/** As people read and type it: `12-1 KM7-XR4-PCA`. */
export const readableCode = (code: SheetCode): string =>
  `${serialOf(code)} ${code.letters.replace(/(.{3})(?=.)/g, '$1-')}`

/** Takes what was scanned or typed, whatever stands between the groups. */
export function parseSheetCode(typed: string): Decision<SheetCode, 'votes.sheet_code_wrong'> {
  const plain = typed
    .trim()
    .toUpperCase()
    .replace(/[^0-9A-Z]+/g, '-')
  const found = /^([1-9]\d{0,5})-([1-9]\d?)-(.+)$/.exec(plain)
  const letters = (found?.[3] ?? '').replace(/-/g, '')
  const isWhole = /^[34679ACDEFGHJKMNPRTUWXY]{9}$/.test(letters)
  if (!found || !isWhole || checkOf(letters.slice(0, -1)) !== letters.slice(-1)) {
    return refuse('votes.sheet_code_wrong')
  }
  return accept({ place: Number(found[1]), edition: Number(found[2]), letters })
}

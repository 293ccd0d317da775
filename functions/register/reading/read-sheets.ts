import type { Sheet } from '#shared/register/sheet.ts'
import { RefusedError } from '../../platform/http/refused-error.ts'
import { readCsv } from './csv.ts'
import type { ReadingLimits } from './limits.ts'
import { readWorkbook } from './workbook.ts'

const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Name of the stream in which an OLE file keeps an encrypted workbook. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte)

const megabytes = (bytes: number): number => Math.floor(bytes / 1_000_000)

/**
 * The sheets of an XLSX workbook or a CSV file, told apart by content.
 * @throws RefusedError with a `register.*` code: not a table, encrypted, macros, damaged, or over a limit
 */
export async function readSheets(
  bytes: Uint8Array,
  limits: ReadingLimits,
): Promise<readonly Sheet[]> {
  if (bytes.length === 0) throw new RefusedError('register.file_empty')
  if (bytes.length > limits.fileBytes) throw tooLarge(limits.fileBytes)
  if (startsWith(bytes, OLE)) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED)
    throw new RefusedError(encrypted ? 'register.file_encrypted' : 'register.legacy_workbook')
  }
  if (startsWith(bytes, ZIP)) return readWorkbook(bytes, limits)
  if (bytes.length > limits.csvBytes) throw tooLarge(limits.csvBytes)
  return [readCsv(bytes, limits)]
}

const tooLarge = (bytes: number): RefusedError =>
  new RefusedError('register.file_too_large', { megabytes: megabytes(bytes) })

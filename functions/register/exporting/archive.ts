import { crc32, deflateRawSync } from 'node:zlib'

export interface ArchiveFile {
  readonly name: string
  readonly content: string
}

const UTF8_NAME = 0x800
const DEFLATE = 8
/** 1 January 1980, as archives count. */
const NO_DATE = 0x21_0000

function packed({ name, content }: ArchiveFile) {
  const bytes = Buffer.from(content)
  const data = deflateRawSync(bytes)
  const path = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(UTF8_NAME, 2)
  common.writeUInt16LE(DEFLATE, 4)
  common.writeUInt32LE(NO_DATE, 6)
  common.writeUInt32LE(crc32(bytes), 10)
  common.writeUInt32LE(data.length, 14)
  common.writeUInt32LE(bytes.length, 18)
  common.writeUInt16LE(path.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, data])
  const central = (offset: number): Buffer => {
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const head = Buffer.from('PK\x01\x02\x14\x00', 'latin1')
    return Buffer.concat([head, common, tail, path])
  }
  return { local, central }
}

/** A ZIP archive of texts (APPNOTE 4.3): all that a workbook needs, below 4 GB. */
export function packFiles(files: readonly ArchiveFile[]): Uint8Array {
  const entries = files.map(packed)
  let offset = 0
  const central = Buffer.concat(
    entries.map((entry) => {
      const at = entry.central(offset)
      offset += entry.local.length
      return at
    }),
  )
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...entries.map(({ local }) => local), central, end])
}

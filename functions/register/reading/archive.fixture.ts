import { crc32, deflateRawSync } from 'node:zlib'

export interface PackedFile {
  readonly name: string
  readonly content: string | Uint8Array
  /** What the archive's directory says the file unpacks to; the truth unless given. */
  readonly declared?: number
  /** Bit 0: encrypted. */
  readonly flags?: number
  readonly method?: number
}

interface Packed {
  readonly local: Buffer
  readonly central: (offset: number) => Buffer
}

function packFile({ name, content, declared, flags = 0, method = 8 }: PackedFile): Packed {
  const bytes = Buffer.from(content)
  const data = method === 8 ? deflateRawSync(bytes, { level: 1 }) : bytes
  const path = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(flags | 0x800, 2)
  common.writeUInt16LE(method, 4)
  common.writeUInt32LE(0x21_0000, 6)
  common.writeUInt32LE(crc32(bytes), 10)
  common.writeUInt32LE(data.length, 14)
  common.writeUInt32LE(declared ?? bytes.length, 18)
  common.writeUInt16LE(path.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, data])
  return {
    local,
    central(offset) {
      const tail = Buffer.alloc(14)
      tail.writeUInt32LE(offset, 10)
      const head = Buffer.from('PK\x01\x02\x14\x00', 'latin1')
      return Buffer.concat([head, common, tail, path])
    },
  }
}

/** A ZIP archive, honest or not: sizes, flags and methods are written as told. */
export function packArchive(files: readonly PackedFile[]): Uint8Array {
  const packed = files.map(packFile)
  let offset = 0
  const central = packed.map((file) => {
    const entry = file.central(offset)
    offset += file.local.length
    return entry
  })
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(Buffer.concat(central).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...packed.map((file) => file.local), ...central, end])
}

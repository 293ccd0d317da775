// Voice notes as phones write them, with things in them that must not get out.

/** Where it was recorded: if these bytes are anywhere in what others hear, the address of somebody's home is. */
export const PLACE = '+31.2304+121.4737/ 张建国的 iPhone'

const u16 = (value: number): Buffer => Buffer.of(value >> 8, value & 255)
const u32 = (value: number): Buffer => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)])

/** MPEG-2 layer III as WeChat's recorder writes it: 16 kHz, one channel, 48 kbit/s, 36 ms a frame. */
export function mp3Frames(seconds: number, words = ''): Buffer {
  const frame = Buffer.alloc(216)
  Buffer.of(0xff, 0xf3, 0x68, 0xc4).copy(frame)
  frame.write(words, 40, 'latin1')
  return Buffer.concat(Array.from({ length: Math.ceil(seconds / 0.036) }, () => frame))
}

/** ID3v2 with what a phone likes to say of itself. */
export function id3(words = PLACE): Buffer {
  const body = Buffer.from(words)
  return Buffer.concat([Buffer.from('ID3\x04\0\0'), Buffer.of(0, 0, 0, body.length), body])
}

/** AAC in ADTS frames: 16 kHz, one channel, 64 ms a frame. */
export function aacFrames(seconds: number): Buffer {
  const length = 128
  const frame = Buffer.alloc(length)
  Buffer.of(0xff, 0xf1, 0x60, 0x40 | (length >> 11), (length >> 3) & 255, 0x1f, 0xfc).copy(frame)
  frame[5] = ((length & 7) << 5) | 0x1f
  return Buffer.concat(Array.from({ length: Math.ceil(seconds / 0.064) }, () => frame))
}

interface WavOptions {
  readonly format?: number
  readonly bits?: number
  readonly rate?: number
  readonly channels?: number
}

/** 16 kHz, one channel, 16 bits a sample, as the H5 page sends it. */
export function wav(
  seconds: number,
  { format = 1, bits = 16, rate = 16_000, channels = 1 }: WavOptions = {},
  ...chunks: readonly Buffer[]
): Buffer {
  const fmt = Buffer.alloc(16)
  fmt.writeUInt16LE(format, 0)
  fmt.writeUInt16LE(channels, 2)
  fmt.writeUInt32LE(rate, 4)
  fmt.writeUInt32LE((rate * channels * bits) / 8, 8)
  fmt.writeUInt16LE((channels * bits) / 8, 12)
  fmt.writeUInt16LE(bits, 14)
  const data = Buffer.alloc(Math.round(seconds * rate) * channels * (bits / 8))
  const body = [Buffer.from('WAVE'), riff('fmt ', fmt), ...chunks, riff('data', data)]
  return riff('RIFF', Buffer.concat(body))
}

/** A chunk of a RIFF file. */
export function riff(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from(type), length, body, Buffer.alloc(body.length % 2)])
}

/** A box of an MP4 file. */
export const box = (type: string, ...content: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(content)
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body])
}

interface M4aOptions {
  readonly handler?: string
  readonly codec?: string
  /** Says what the tables say of the length; the samples that are there otherwise. */
  readonly samples?: number
  /** Beside the track, in the movie. */
  readonly inMovie?: Buffer
  /** Between the head and the sound, behind which it lies. */
  readonly before?: Buffer
  readonly after?: Buffer
}

const SAMPLE = 100
const RATE = 16_000

/** AAC-LC at 16 kHz: 64 ms and 100 bytes a sample, all in one chunk. The head stands first, as recorders put it. */
export function m4a(seconds: number, options: M4aOptions = {}): Buffer {
  const { handler = 'soun', codec = 'mp4a', inMovie = Buffer.alloc(0) } = options
  const { before = Buffer.alloc(0), after = Buffer.alloc(0) } = options
  const there = Math.ceil(seconds / 0.064)
  const samples = options.samples ?? there
  const head = box('ftyp', Buffer.from('M4A \0\0\0\0M4A isom'))
  const movie = (offset: number): Buffer =>
    box('moov', header('mvhd', there), track(handler, codec, samples, there, offset), inMovie)
  const length = head.length + movie(0).length + before.length + 8
  const sound = Buffer.alloc(there * SAMPLE, 0x21)
  return Buffer.concat([head, movie(length), before, box('mdat', sound), after])
}

const RECORDED = 0xe1234567

const header = (type: string, samples: number): Buffer =>
  box(type, u32(0), u32(RECORDED), u32(RECORDED), u32(RATE), u32(samples * 1_024), Buffer.alloc(80))

function track(handler: string, codec: string, samples: number, there: number, offset: number) {
  const table = box(
    'stbl',
    box('stsd', u32(0), u32(1), box(codec, Buffer.alloc(28))),
    box('stts', u32(0), u32(1), u32(samples), u32(1_024)),
    box('stsc', u32(0), u32(1), u32(1), u32(there), u32(1)),
    box('stsz', u32(0), u32(SAMPLE), u32(there)),
    box('stco', u32(0), u32(1), u32(offset)),
  )
  const named = [u32(0), u32(0), Buffer.from(handler), Buffer.alloc(12), Buffer.from(PLACE)]
  const media = [header('mdhd', samples), box('hdlr', ...named), box('minf', table)]
  return box('trak', header('tkhd', samples), box('mdia', ...media))
}

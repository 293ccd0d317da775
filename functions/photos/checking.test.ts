import { deflateSync } from 'node:zlib'
import { checkPhoto } from './checking.ts'
import {
  exifBody,
  pngChunk,
  pngHead,
  pngOf,
  segment,
  storedPng,
  webpChunk,
  webpOf,
  webpParts,
  withChunks,
  withSegments,
  withWebpChunks,
} from './craft.fixture.ts'
import { sample } from './samples.fixture.ts'

const jpeg = sample('jpeg')
const png = sample('png')
const webp = sample('webp')
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

test.each([
  ['jpeg', jpeg, 24, 16],
  ['jpeg', withSegments(jpeg, segment(0xe1, exifBody(6))), 24, 16],
  ['png', png, 24, 16],
  ['png', storedPng('pixels'), 20, 1],
  ['webp', webp, 24, 16],
  ['webp', sample('losslessWebp'), 24, 16],
  ['webp', sample('alphaWebp'), 24, 16],
  ['webp', webpOf(webpChunk('VP8 ', webpParts(webp).get('VP8 ') ?? '')), 24, 16],
  ['webp', webpOf(webpChunk('VP8L', webpParts(sample('losslessWebp')).get('VP8L') ?? '')), 24, 16],
])('%s is a photo', (kind, photo, width, height) => {
  expect(checkPhoto(photo)).toMatchObject({ ok: true, value: { kind, width, height } })
})

/** The JPEG with the bytes of its frame segment changed. */
const frame = (change: (frame: Buffer) => void): Buffer => {
  const copy = Buffer.from(jpeg)
  change(copy.subarray(copy.indexOf(bytes('\xff\xc0'))))
  return copy
}
const sized = (width: number, height: number): Buffer =>
  frame((at) => {
    at.writeUInt16BE(height, 5)
    at.writeUInt16BE(width, 7)
  })
const scanAt = jpeg.indexOf(bytes('\xff\xda'))
const pixels = pngChunk('IDAT', deflateSync(Buffer.alloc(61)))
const end = pngChunk('IEND', '')
const parts = webpParts(webp)
const part = (type: string): Buffer => webpChunk(type, parts.get(type) ?? '')
const head = (change: (head: Buffer) => void): Buffer => {
  const copy = Buffer.from(parts.get('VP8X') ?? '')
  change(copy)
  return webpChunk('VP8X', copy)
}

test.each<[string, string, Buffer]>([
  ['photos.empty', 'no bytes', Buffer.alloc(0)],

  ['photos.not_a_photo', 'text', bytes('hello')],
  ['photos.not_a_photo', 'HTML', bytes('<!doctype html><script>alert(1)</script>')],
  [
    'photos.not_a_photo',
    'SVG',
    bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  ],
  ['photos.not_a_photo', 'PDF', bytes('%PDF-1.7\n')],
  ['photos.not_a_photo', 'a zip', bytes('PK\x03\x04')],
  ['photos.not_a_photo', 'a program', bytes('MZ\x90')],
  ['photos.not_a_photo', 'a film', bytes('\0\0\0\x18ftypmp42')],
  ['photos.not_a_photo', 'a sound in RIFF', bytes('RIFF\x24\0\0\0WAVEfmt ')],
  ['photos.not_a_photo', 'a photo after a byte', Buffer.concat([Buffer.of(0), jpeg])],
  ['photos.not_a_photo', 'HTML with a photo in it', Buffer.concat([bytes('<html>'), png])],
  ['photos.not_a_photo', 'the first two bytes of a JPEG', jpeg.subarray(0, 2)],

  ['photos.kind_unsupported', 'GIF', bytes('GIF89a\x01\0\x01\0')],
  ['photos.kind_unsupported', 'HEIC', bytes('\0\0\0\x18ftypheic')],
  ['photos.kind_unsupported', 'AVIF', bytes('\0\0\0\x18ftypavif')],
  ['photos.kind_unsupported', 'BMP', bytes('BM\x36')],
  ['photos.kind_unsupported', 'TIFF', bytes('II*\0\x08\0\0\0')],
  ['photos.kind_unsupported', 'an icon', bytes('\0\0\x01\0\x01\0')],
  ['photos.kind_unsupported', 'lossless JPEG', frame((at) => void (at[1] = 0xc3))],
  ['photos.kind_unsupported', 'JPEG of 12 bits', frame((at) => void (at[4] = 12))],
  ['photos.kind_unsupported', 'moving WebP', withWebpChunks(webp, 0x02)],

  ['photos.damaged', 'a JPEG start alone', jpeg.subarray(0, 4)],
  ['photos.damaged', 'a JPEG without its end', jpeg.subarray(0, -2)],
  ['photos.damaged', 'half a JPEG', jpeg.subarray(0, jpeg.length / 2)],
  [
    'photos.damaged',
    'a JPEG without a scan',
    Buffer.concat([jpeg.subarray(0, scanAt), bytes('\xff\xd9')]),
  ],
  ['photos.damaged', 'a JPEG of start and end', bytes('\xff\xd8\xff\xd9')],
  ['photos.damaged', 'a JPEG with a second start', withSegments(jpeg, bytes('\xff\xd8'))],
  [
    'photos.damaged',
    'a JPEG with a restart mark out of place',
    withSegments(jpeg, bytes('\xff\xd0')),
  ],
  ['photos.damaged', 'a JPEG segment of length 1', withSegments(jpeg, bytes('\xff\xe1\0\x01'))],
  [
    'photos.damaged',
    'a JPEG with 2,001 segments',
    withSegments(jpeg, ...Array.from({ length: 2_001 }, () => segment(0xfe, ''))),
  ],
  ['photos.damaged', 'a JPEG of height 0', sized(24, 0)],
  ['photos.damaged', 'a JPEG of width 0', sized(0, 16)],
  ['photos.damaged', 'a JPEG frame of no components', frame((at) => void (at[9] = 0))],
  [
    'photos.damaged',
    'a JPEG table that does not fill its segment',
    withSegments(jpeg, segment(0xdb, Buffer.alloc(66))),
  ],
  [
    'photos.damaged',
    'a JPEG table of an unknown class',
    withSegments(jpeg, segment(0xc4, Buffer.alloc(17, 0x45))),
  ],
  ['photos.damaged', 'a JPEG table of nothing', withSegments(jpeg, segment(0xdb, ''))],
  [
    'photos.damaged',
    'a JPEG restart interval of 3 bytes',
    withSegments(jpeg, segment(0xdd, 'abc')),
  ],
  ['photos.damaged', 'a JPEG with arithmetic tables', withSegments(jpeg, segment(0xcc, 'ab'))],
  [
    'photos.damaged',
    'a JPEG with two frames',
    withSegments(jpeg, segment(0xc0, '\x08\0\x10\0\x18\x01\x01\x11\0')),
  ],

  ['photos.damaged', 'a PNG signature alone', png.subarray(0, 8)],
  ['photos.damaged', 'a PNG without its end', png.subarray(0, -12)],
  ['photos.damaged', 'a PNG with one byte changed', withChunks(png, pngChunk('tEXt', 'x', 0))],
  ['photos.damaged', 'a PNG with a length beyond its end', pngOf(bytes('\x7f\xff\xff\xffIHDR'))],
  [
    'photos.damaged',
    'a PNG whose head comes second',
    pngOf(pngChunk('tEXt', 'x'), pngHead(20, 1), pixels, end),
  ],
  ['photos.damaged', 'a PNG with two heads', pngOf(pngHead(20, 1), pngHead(20, 1), pixels, end)],
  ['photos.damaged', 'a PNG without data', pngOf(pngHead(20, 1), end)],
  [
    'photos.damaged',
    'a PNG with data in two runs',
    pngOf(pngHead(20, 1), pixels, pngChunk('tIME', ''), pixels, end),
  ],
  [
    'photos.damaged',
    'a PNG with its palette after the data',
    pngOf(pngHead(20, 1), pixels, pngChunk('PLTE', 'abc'), end),
  ],
  [
    'photos.damaged',
    'a PNG with a palette of 4 bytes',
    pngOf(pngHead(20, 1), pngChunk('PLTE', 'abcd'), pixels, end),
  ],
  [
    'photos.damaged',
    'a PNG with a chunk nobody knows and all must',
    withChunks(png, pngChunk('ABCD', '')),
  ],
  ['photos.damaged', 'a PNG of width 0', pngOf(pngHead(0, 1), pixels, end)],
  ['photos.damaged', 'a PNG of 3 bits', pngOf(pngHead(20, 1, [3, 2, 0, 0, 0]), pixels, end)],
  ['photos.damaged', 'a PNG of colour type 1', pngOf(pngHead(20, 1, [8, 1, 0, 0, 0]), pixels, end)],
  [
    'photos.damaged',
    'a PNG of an unknown compression',
    pngOf(pngHead(20, 1, [8, 2, 1, 0, 0]), pixels, end),
  ],
  [
    'photos.damaged',
    'a PNG whose data is not deflated',
    pngOf(pngHead(20, 1), pngChunk('IDAT', 'hello'), end),
  ],
  [
    'photos.damaged',
    'a PNG in 10,001 pieces',
    withChunks(png, ...Array.from({ length: 10_001 }, () => pngChunk('tIME', ''))),
  ],

  ['photos.damaged', 'a WebP head alone', webp.subarray(0, 12)],
  ['photos.damaged', 'half a WebP', webp.subarray(0, webp.length / 2)],
  [
    'photos.damaged',
    'a WebP with a chunk beyond its end',
    webpOf(part('VP8X'), bytes('VP8 \xff\xff\xff\x7f')),
  ],
  [
    'photos.damaged',
    'a WebP with a nameless chunk',
    webpOf(part('VP8X'), part('ICCP'), part('VP8 '), webpChunk('\0\0\0\0', '')),
  ],
  ['photos.damaged', 'a WebP without a picture', webpOf(part('VP8X'), part('ICCP'))],
  [
    'photos.damaged',
    'a WebP with two pictures',
    webpOf(part('VP8X'), part('ICCP'), part('VP8 '), part('VP8 ')),
  ],
  [
    'photos.damaged',
    'a plain WebP with more than a picture',
    webpOf(part('VP8 '), webpChunk('EXIF', 'x')),
  ],
  ['photos.damaged', 'a WebP of no key frame', webpOf(webpChunk('VP8 ', Buffer.alloc(40, 1)))],
  [
    'photos.damaged',
    'a lossless WebP without its mark',
    webpOf(webpChunk('VP8L', Buffer.alloc(40, 1))),
  ],
  [
    'photos.damaged',
    'a WebP whose head announces what is not there',
    webpOf(
      head((at) => void (at[0] = 0x28)),
      part('ICCP'),
      part('VP8 '),
    ),
  ],
  [
    'photos.damaged',
    'a WebP whose head says another size',
    webpOf(
      head((at) => void (at[4] = 99)),
      part('ICCP'),
      part('VP8 '),
    ),
  ],
  ['photos.damaged', 'a WebP with a short head', webpOf(webpChunk('VP8X', '\0\0'), part('VP8 '))],
  [
    'photos.damaged',
    'a WebP in 1,001 pieces',
    withWebpChunks(webp, 0, ...Array.from({ length: 1_001 }, () => webpChunk('abcd', ''))),
  ],

  [
    'photos.disguised',
    'a JPEG with a script in its comment',
    withSegments(jpeg, segment(0xfe, '<script>alert(1)</script>')),
  ],
  [
    'photos.disguised',
    'a JPEG with a page behind it',
    Buffer.concat([jpeg, bytes('\n<HTML><body>')]),
  ],
  [
    'photos.disguised',
    'a JPEG with a zip behind it',
    Buffer.concat([jpeg, bytes('PK\x03\x04'), Buffer.alloc(99)]),
  ],
  [
    'photos.disguised',
    'a JPEG with a zip deep behind it',
    Buffer.concat([jpeg, Buffer.alloc(9_999), bytes('PK\x05\x06'), Buffer.alloc(18)]),
  ],
  ['photos.disguised', 'a JPEG with a PDF in it', withSegments(jpeg, segment(0xed, '%PDF-1.4'))],
  ['photos.disguised', 'a JPEG with a program behind it', Buffer.concat([jpeg, bytes('MZ\x90\0')])],
  [
    'photos.disguised',
    'a PNG with PHP in its text',
    withChunks(png, pngChunk('tEXt', 'Comment\0<?php system($_GET[0]);')),
  ],
  ['photos.disguised', 'a PNG with a zip behind it', Buffer.concat([png, bytes('PK\x03\x04')])],
  [
    'photos.disguised',
    'a WebP with a page in a chunk',
    withWebpChunks(webp, 0, webpChunk('abcd', '<iframe src=x>')),
  ],

  ['photos.too_many_pixels', '12,001 wide', sized(12_001, 16)],
  ['photos.too_many_pixels', '12,001 high', sized(24, 12_001)],
  ['photos.too_many_pixels', 'over 60 million', sized(8_000, 7_501)],
  [
    'photos.too_many_pixels',
    'a PNG of 4 thousand million a side',
    pngOf(pngHead(4_294_967_295, 4_294_967_295), pixels, end),
  ],
])('%s: %s', (code, _, photo) => {
  expect(checkPhoto(photo)).toEqual({ ok: false, code })
})

test('exactly as large as may be', () => {
  expect(checkPhoto(sized(12_000, 5_000))).toMatchObject({ ok: true })
  expect(checkPhoto(sized(8_000, 7_500))).toMatchObject({ ok: true })
})

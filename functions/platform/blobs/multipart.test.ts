import fc from 'fast-check'
import { boundaryOf, MultipartError, partsOf } from './multipart.ts'

const CRLF = '\r\n'
const part = (name: string, value: string, type = ''): string =>
  `--B${CRLF}Content-Disposition: form-data; name="${name}"${type}${CRLF}${CRLF}${value}${CRLF}`

async function* inPieces(body: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0
  for (let i = 0; at < body.length; i += 1) {
    const size = sizes.length === 0 ? body.length : (sizes[i % sizes.length] ?? 1)
    yield body.subarray(at, at + size)
    at += size
    await Promise.resolve()
  }
}

interface Part {
  name: string
  contentType?: string
  value: string
}
async function read(body: string | Buffer, sizes: readonly number[] = []): Promise<Part[]> {
  const parts: Part[] = []
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body
  for await (const event of partsOf(inPieces(bytes, sizes), 'B')) {
    const last = parts.at(-1)
    if (event.kind === 'data' && last) last.value += event.bytes.toString('latin1')
    if (event.kind === 'part') {
      const { name, contentType } = event
      parts.push(contentType === undefined ? { name, value: '' } : { name, contentType, value: '' })
    }
  }
  return parts
}

test('reads fields and a file', async () => {
  const type = `; filename="a.jpg"${CRLF}Content-Type: image/jpeg`
  const body = `${part('key', 'a/b')}${part('empty', '')}${part('file', 'ÿØÿ', type)}--B--${CRLF}`
  expect(await read(body)).toEqual([
    { name: 'key', value: 'a/b' },
    { name: 'empty', value: '' },
    { name: 'file', contentType: 'image/jpeg', value: 'ÿØÿ' },
  ])
})

test('takes what stands before and after the parts for nothing', async () => {
  expect(
    await read(`hello${CRLF}${part('a', '1')}--B--${CRLF}and so on ${part('b', '2')}`),
  ).toEqual([{ name: 'a', value: '1' }])
})

test('however the body is cut, the parts are the same', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 })
  const value = fc.string({ unit: fc.constantFrom('\r', '\n', '-', 'B', 'x'), maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(sizes, value, value, async (pieces, first, second) => {
      fc.pre(
        ![first, second].some(
          (text) => `${CRLF}${text}${CRLF}--B`.indexOf(`${CRLF}--B`) < text.length + 2,
        ),
      )
      const body = `${part('one', first)}${part('two', second)}--B--`
      expect(await read(body, pieces)).toEqual([
        { name: 'one', value: first },
        { name: 'two', value: second },
      ])
    }),
  )
})

test.each([
  ['an empty body', ''],
  ['no boundary', 'hello'],
  ['cut off in the data', part('a', 'x')],
  ['cut off in the head', `--B${CRLF}Content-Disposition: form-data; name="a"`],
  ['cut off at a boundary', '--B'],
  ['a boundary that goes on', '--Bx'],
  ['a part without a name', `--B${CRLF}Content-Type: text/plain${CRLF}${CRLF}x${CRLF}--B--`],
  ['a head without end', `--B${CRLF}${'a'.repeat(5_000)}`],
  ['a head too long', `--B${CRLF}${'a'.repeat(5_000)}${CRLF}${CRLF}`],
  ['too many parts', `${part('a', '').repeat(41)}--B--`],
])('%s is refused', async (_, body) => {
  await expect(read(body)).rejects.toThrow(MultipartError)
})

test('whatever comes is read or refused', async () => {
  const bit = fc.constantFrom(
    '--B',
    CRLF,
    '--',
    'name="a"',
    'Content-Disposition: form-data; ',
    'x',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(bit, { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      async (bits, size) => {
        await read(bits.join(''), [size]).catch((err: unknown) => {
          if (!(err instanceof MultipartError)) throw err
        })
      },
    ),
  )
})

test.each([
  ['multipart/form-data; boundary=B', 'B'],
  ['multipart/form-data; charset=utf-8; boundary="a b"', undefined],
  ['multipart/form-data; boundary="----x1"', '----x1'],
  ['Multipart/Form-Data; Boundary=B; x=y', 'B'],
  ['multipart/form-data', undefined],
  ['application/json; boundary=B', undefined],
])('%s → %s', (contentType, boundary) => {
  expect(boundaryOf(contentType)).toBe(boundary)
})

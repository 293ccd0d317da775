import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { openFileBlobs, upload } from './blobs.fixture.ts'

const now = (): Date => new Date('2026-11-21T02:00:00Z')
const expiresAt = new Date('2026-11-21T02:10:00Z')
const ask = { key: 'incoming/p', maxBytes: 1_000, expiresAt }

let opened: Awaited<ReturnType<typeof openFileBlobs>>
let arrivals: string[]
beforeEach(async () => {
  arrivals = []
  opened = await openFileBlobs(now, (key) => {
    arrivals.push(key)
    return Promise.resolve()
  })
})
afterEach(() => opened.stop())
const drafts = (): string[] => {
  const folder = path.join(opened.folder, 'drafts')
  return existsSync(folder) ? readdirSync(folder) : []
}
const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { code: unknown }).code

test('tells of a file once it stands under its key, and of nothing else', async () => {
  const form = opened.blobs.uploadForm(ask)
  await upload(form, new Uint8Array(5))
  await upload(form, new Uint8Array(5_000))
  expect(arrivals).toEqual(['incoming/p'])
})

test('takes the file before its fields too, as some phones send it', async () => {
  const form = opened.blobs.uploadForm(ask)
  expect((await upload(form, new Uint8Array(5), { fileFirst: true })).status).toBe(201)
  expect((await upload(form, new Uint8Array(1_001), { fileFirst: true })).status).toBe(413)
  expect(drafts()).toEqual([])
})

test.each([
  ['photos.upload_too_large', new Uint8Array(1_001), {}],
  ['photos.upload_too_large', new Uint8Array(33 * 1024 * 1024), { fileFirst: true }],
  ['photos.upload_invalid', new Uint8Array(0), {}],
  ['photos.upload_invalid', new Uint8Array(5), { fields: { key: 'x' } }],
  ['photos.upload_invalid', new Uint8Array(5), { fields: { policy: 'x'.repeat(17_000) } }],
  ['photos.upload_invalid', new Uint8Array(5), { fields: { 'x-amz-algorithm': 'none' } }],
])('%s, and no draft is left', async (code, bytes, sent) => {
  const response = await upload(opened.blobs.uploadForm(ask), bytes, sent)
  expect(await codeOf(response)).toBe(code)
  expect(drafts()).toEqual([])
})

test('photos.upload_invalid: a field twice, two files, no file', async () => {
  const form = opened.blobs.uploadForm(ask)
  const bodies = [
    [['key', form.fields['key'] ?? '']],
    [['file', new File(['x'], 'x')]],
    [],
  ] as const
  for (const [i, extra] of bodies.entries()) {
    const body = new FormData()
    for (const [name, value] of Object.entries(form.fields)) body.append(name, value)
    if (i < 2) body.append('file', new File(['x'], 'x'))
    for (const [name, value] of extra) body.append(name, value)
    const response = await fetch(form.url, { method: 'POST', body })
    expect(await codeOf(response)).toBe('photos.upload_invalid')
  }
  expect(drafts()).toEqual([])
})

test.each([
  ['photos.upload_invalid', 'POST', '', 'application/json'],
  ['photos.upload_invalid', 'POST', '', 'multipart/form-data; boundary=B'],
  ['photos.not_found', 'POST', '/incoming/p', 'multipart/form-data; boundary=B'],
  ['photos.not_found', 'PUT', '/incoming/p', 'image/png'],
  ['photos.not_found', 'GET', '', undefined],
  ['photos.link_invalid', 'GET', '/', undefined],
  ['photos.link_invalid', 'GET', '/incoming/p', undefined],
  ['photos.link_invalid', 'GET', '/..%2Fdrafts%2Fx?expires=9999999999&signature=x', undefined],
])('%s: %s %s', async (code, method, rest, type) => {
  const { url } = opened.blobs.uploadForm(ask)
  const init =
    type === undefined ? { method } : { method, headers: { 'content-type': type }, body: '{}' }
  expect(await codeOf(await fetch(url + rest, init))).toBe(code)
})

test('a path out of the folder is not a key, however it is written', async () => {
  writeFileSync(path.join(opened.folder, 'outside'), 'text/plain\nsecret')
  const port = Number(new URL(opened.blobs.uploadForm(ask).url).port)
  const raw = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('GET /blobs/../outside HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    })
    let answer = ''
    socket.on('data', (data) => {
      answer += data.toString()
    })
    socket.on('close', () => resolve(answer))
  })
  expect(raw).toMatch(/^HTTP\/1\.1 40[34] /)
  expect(raw).not.toContain('secret')
})

test('is shown as what it is, runs nothing, and is kept by the phone until the link expires', async () => {
  await opened.blobs.put('p', new TextEncoder().encode('<script>'), 'image/png')
  const { headers } = await fetch(opened.blobs.readUrl('p', expiresAt))
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': '8',
    'cache-control': 'private, max-age=600, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
})

test.each([
  ['bytes=0-1', 206, '01', 'bytes 0-1/10'],
  ['bytes=3-', 206, '3456789', 'bytes 3-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
  ['bytes=10-', 200, '0123456789', null],
  ['bytes=4-2', 200, '0123456789', null],
  ['bytes=0-1,4-5', 200, '0123456789', null],
  ['bytes=-', 200, '0123456789', null],
  ['lines=0-1', 200, '0123456789', null],
])('%s: %i, as players of sound ask for parts', async (range, status, text, part) => {
  await opened.blobs.put('p', new TextEncoder().encode('0123456789'), 'audio/mpeg')
  const shown = await fetch(opened.blobs.readUrl('p', expiresAt), { headers: { range } })
  expect([shown.status, await shown.text()]).toEqual([status, text])
  expect(shown.headers.get('content-range')).toBe(part)
  expect(shown.headers.get('accept-ranges')).toBe('bytes')
})

test('an upload that is cut off leaves nothing', async () => {
  const form = opened.blobs.uploadForm(ask)
  const { port } = new URL(form.url)
  const head = Object.entries(form.fields)
    .map(
      ([name, value]) =>
        `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('')
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        'POST /blobs HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: 100000\r\n\r\n' +
          `${head}--B\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf`,
        () => setTimeout(() => socket.destroy(), 50),
      )
    })
    socket.on('close', () => resolve())
  })
  for (let i = 0; i < 50 && drafts().length > 0; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(drafts()).toEqual([])
  expect(await opened.blobs.get('incoming/p')).toBeUndefined()
  expect(arrivals).toEqual([])
})

test('what a crash left half written is gone on the next start', async () => {
  const folder = path.join(opened.folder, 'drafts')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'half'), 'image/png\nhal')
  const { fileBlobs } = await import('./file-blobs.ts')
  const again = fileBlobs({ folder: opened.folder, secret: 's', baseUrl: () => '' }, now)
  await again.put('p', new Uint8Array(1), 'image/png')
  expect(drafts()).toEqual([])
})

import { isBlobKey, type Blobs } from './blobs.ts'
import { openFileBlobs, openS3Blobs, upload, type OpenedBlobs } from './blobs.fixture.ts'

const MINUTE = 60_000
let time = Date.parse('2026-11-21T02:00:00Z')
const now = (): Date => new Date(time)
const soon = (minutes = 10): Date => new Date(time + minutes * MINUTE)
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && new TextDecoder().decode(bytes)

describe.each<[string, () => Promise<OpenedBlobs>]>([
  ['file', () => openFileBlobs(now)],
  ['S3', () => openS3Blobs(now)],
  ['S3 with temporary credentials', () => openS3Blobs(now, 'a/session+token==')],
])('%s blobs', (_, open) => {
  let opened: OpenedBlobs
  let blobs: Blobs
  beforeAll(async () => {
    opened = await open()
    blobs = opened.blobs
  })
  afterAll(() => opened.stop())
  beforeEach(() => {
    time = Date.parse('2026-11-21T02:00:00Z')
  })

  test('keep what was put, replace it, delete it', async () => {
    expect(await blobs.get('a/b/c')).toBeUndefined()
    await blobs.put('a/b/c', bytesOf('one'), 'image/png')
    expect(textOf(await blobs.get('a/b/c'))).toBe('one')
    await blobs.put('a/b/c', bytesOf('two'), 'image/jpeg')
    expect(textOf(await blobs.get('a/b/c'))).toBe('two')
    await blobs.delete('a/b/c')
    expect(await blobs.get('a/b/c')).toBeUndefined()
    await blobs.delete('a/b/c')
  })

  test('keep every byte, and none', async () => {
    const all = Uint8Array.from({ length: 70_000 }, (__, i) => i % 256)
    await blobs.put('bytes', all, 'image/png')
    expect(Buffer.compare((await blobs.get('bytes')) ?? Buffer.alloc(0), all)).toBe(0)
    await blobs.put('bytes', new Uint8Array(), 'image/png')
    expect(await blobs.get('bytes')).toHaveLength(0)
  })

  test('a key that starts like another is another', async () => {
    await blobs.put('p/1', bytesOf('x'), 'image/png')
    expect(await blobs.get('p')).toBeUndefined()
    expect(await blobs.get('p/1/2')).toBeUndefined()
  })

  test.each(['', '/a', 'a/', 'a//b', '../a', 'a/../b', 'a.b', 'a b', '.', 'ä', 'a'.repeat(513)])(
    'the key %j is nobody’s',
    async (key) => {
      expect(isBlobKey(key)).toBe(false)
      await expect(blobs.get(key)).rejects.toThrow('not a blob key')
      await expect(blobs.put(key, bytesOf('x'), 'image/png')).rejects.toThrow('not a blob key')
      await expect(async () => blobs.delete(key)).rejects.toThrow('not a blob key')
      expect(() => blobs.readUrl(key, soon())).toThrow('not a blob key')
      const form = () => blobs.uploadForm({ key, maxBytes: 9, expiresAt: soon() })
      expect(form).toThrow('not a blob key')
    },
  )

  test('a signed address shows one file until it expires, as what it was put as', async () => {
    await blobs.put('shown', bytesOf('picture'), 'image/webp')
    const url = blobs.readUrl('shown', soon())
    time += 9 * MINUTE
    const response = await fetch(url)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp'])
    expect(await response.text()).toBe('picture')
    time += MINUTE
    expect((await fetch(url)).status).toBe(403)
  })

  test('a signed address stays the same for a while', () => {
    const until = soon(60)
    const url = blobs.readUrl('shown', until)
    time += 5 * MINUTE
    expect(blobs.readUrl('shown', until)).toBe(url)
  })

  test('a changed address shows nothing', async () => {
    await blobs.put('shown', bytesOf('picture'), 'image/webp')
    await blobs.put('secret', bytesOf('picture'), 'image/webp')
    const url = blobs.readUrl('shown', soon())
    for (const changed of [
      url.replace('shown', 'secret'),
      url.replace(/\?.*/, ''),
      url.replace(/(ignature=)./, '$1_'),
      url.replace(/(xpires=)\d/, '$19'),
    ]) {
      expect(changed).not.toBe(url)
      expect((await fetch(changed)).status).toBe(403)
    }
  })

  test('a signed address of nothing: 404', async () => {
    expect((await fetch(blobs.readUrl('nothing', soon()))).status).toBe(404)
  })

  const ask = { key: 'up/1', maxBytes: 1_000, expiresAt: soon() }

  test('a form takes one file under its key', async () => {
    const response = await upload(blobs.uploadForm(ask), bytesOf('photo'))
    expect(response.status).toBe(201)
    expect(textOf(await blobs.get('up/1'))).toBe('photo')
  })

  test('a form may be sent again after a lost answer', async () => {
    const form = blobs.uploadForm({ ...ask, key: 'up/again' })
    await upload(form, bytesOf('photo'))
    expect((await upload(form, bytesOf('photo'))).status).toBe(201)
  })

  test('a file of exactly the limit is taken', async () => {
    const form = blobs.uploadForm({ ...ask, key: 'up/full' })
    expect((await upload(form, new Uint8Array(1_000))).status).toBe(201)
    expect(await blobs.get('up/full')).toHaveLength(1_000)
  })

  test('the type of the form is the type of the file', async () => {
    const form = blobs.uploadForm({ ...ask, key: 'up/typed', contentType: 'image/png' })
    expect((await upload(form, bytesOf('x'), { type: 'text/html' })).status).toBe(201)
    const shown = await fetch(blobs.readUrl('up/typed', soon()))
    expect(shown.headers.get('content-type')).toBe('image/png')
  })

  test.each([
    ['one byte over the limit', 1_001, {}],
    ['far over the limit', 300_000, {}],
    ['nothing', 0, {}],
    ['another key', 5, { fields: { key: 'up/other' } }],
    ['a key out of its folder', 5, { fields: { key: '../up' } }],
    ['another type', 5, { fields: { 'Content-Type': 'text/html' } }],
    ['a field nobody signed', 5, { fields: { acl: 'public-read' } }],
    ['a changed signature', 5, { fields: { 'x-amz-signature': '0'.repeat(64) } }],
    ['another account', 5, { fields: { 'x-amz-credential': 'x/20261121/y/s3/aws4_request' } }],
    ['no policy', 5, { fields: { policy: '' } }],
  ])('a form with %s is refused and leaves nothing', async (__, size, sent) => {
    const form = blobs.uploadForm({ ...ask, key: 'up/bad', contentType: 'image/jpeg' })
    const response = await upload(form, new Uint8Array(size), sent)
    expect([400, 403, 413]).toContain(response.status)
    expect(await blobs.get('up/bad')).toBeUndefined()
    expect(await blobs.get('up/other')).toBeUndefined()
  })

  test('a widened policy is refused', async () => {
    const form = blobs.uploadForm({ ...ask, key: 'up/wide' })
    const policy = Buffer.from(form.fields['policy'] ?? '', 'base64')
      .toString()
      .replace('1000', '9000')
    const fields = { policy: Buffer.from(policy).toString('base64') }
    const response = await upload(form, new Uint8Array(2_000), { fields })
    expect([400, 403]).toContain(response.status)
  })

  test('a form that has expired is refused', async () => {
    const form = blobs.uploadForm({ ...ask, key: 'up/late' })
    time += 10 * MINUTE
    expect((await upload(form, bytesOf('photo'))).status).toBe(403)
    expect(await blobs.get('up/late')).toBeUndefined()
  })
})

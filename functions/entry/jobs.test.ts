import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import expected from '../../demo/jinxiu-register.expected.json'
import { newUpload } from '#shared/photos/rules.ts'
import { exifBody, MARKER, segment, withSegments } from '../photos/craft.fixture.ts'
import { photosIn } from '../photos/repository.ts'
import { sample } from '../photos/samples.fixture.ts'
import { wakeAt } from '../platform/jobs/wake.ts'
import type { Key } from '../platform/table/table.ts'
import { INDEX_KEYS } from '../platform/table/table-definition.ts'
import { describeDynamo } from '../platform/table/dynoxide.fixture.ts'
import { s3EventOf } from './lambda-event.fixture.ts'
import { openLambdaWorld, type LambdaWorld } from './lambda-world.fixture.ts'

/** Of a kind for which there is no job: its visit fails. */
const stuck: Key = { pk: 'NOBODY#1', sk: 'STATE' }
const past = new Date('2026-01-01T00:00:00Z')

describeDynamo('the functions without HTTP, as built', () => {
  let world: LambdaWorld
  beforeAll(async () => {
    world = await openLambdaWorld()
  })
  afterAll(() => world.stop())

  const put = (key: Key) =>
    world.table.put({ ...key, version: 1, v: 1, data: null, wake: wakeAt(key, past) })

  test('the clock has nothing to say where nothing is due, and fails where a job failed', async () => {
    const clock = world.start('clock')
    await expect(clock.invoke({})).resolves.toBeUndefined()
    await put(stuck)
    await expect(clock.invoke({})).rejects.toThrow('1 jobs failed')
    expect(clock.lines().join()).toMatch(/"job failed","kind":"NOBODY"/)
    await world.table.delete(stuck, 1)
  })

  test('the outbox reports what it could not do, by its place in the stream', async () => {
    await put(stuck)
    const outbox = world.start('outbox')
    const at = wakeAt(stuck, past)
    const wake = { [INDEX_KEYS.wake.pk]: { S: at.pk }, [INDEX_KEYS.wake.sk]: { S: at.sk } }
    const event: DynamoDBStreamEvent = {
      Records: [
        {
          dynamodb: {
            SequenceNumber: '4421584500000000017450439091',
            NewImage: { pk: { S: stuck.pk }, sk: { S: stuck.sk }, ...wake },
          },
        },
      ],
    }
    expect(await outbox.invoke(event)).toEqual({
      batchItemFailures: [{ itemIdentifier: '4421584500000000017450439091' }],
    })
    await world.table.delete(stuck, 1)
    expect(await outbox.invoke(event)).toEqual({ batchItemFailures: [] })
  })

  test('a photo that has come is stripped and kept, and what came is gone; it takes no secret', async () => {
    const photos = photosIn(world.table, 'jinxiu')
    const madeBy = { id: 'made-up', request: 'made-up' }
    const photo = {
      ...newUpload('photo', 'resident', new Date()),
      id: 'leak',
      community: 'jinxiu',
      madeBy,
    }
    await photos.add(photo)
    const told = withSegments(sample('jpeg'), segment(0xe1, exifBody(6)))
    await world.blobs.put('incoming/jinxiu/leak', told, 'image/jpeg')

    const before = world.secrets.asked.length
    const upload = world.start('upload')
    await upload.invoke(s3EventOf('incoming/jinxiu/leak', told.length))
    expect(world.secrets.asked).toHaveLength(before)

    expect(await world.blobs.get('incoming/jinxiu/leak')).toBeUndefined()
    const kept = (await photos.find('leak'))?.photo.blob ?? ''
    expect(kept).toMatch(/^photos\/jinxiu\/leak\//)
    const bytes = Buffer.from((await world.blobs.get(kept)) ?? '')
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(told.includes(MARKER)).toBe(true)
    expect(bytes.includes(MARKER)).toBe(false)
  })

  test('a register put into the bucket is imported, without a word to WeChat', async () => {
    const file = readFileSync(path.resolve(__dirname, '../../demo/jinxiu-register.xlsx'))
    await world.blobs.put('registers/jinxiu/first', file, 'application/octet-stream')
    const register = world.start('register-import', { WEIXIN_SECRET: 'not-for-this-role' })
    await register.invoke(s3EventOf('registers/jinxiu/first', file.length))
    const report = await world.blobs.get('register-reports/jinxiu/first')
    expect(JSON.parse(Buffer.from(report ?? '').toString())).toMatchObject({
      changed: true,
      version: 1,
      summary: expected,
    })
    expect(world.secrets.asked).not.toContain('not-for-this-role')
  })
})

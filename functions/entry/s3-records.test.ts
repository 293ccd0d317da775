import { s3EventOf } from './lambda-event.fixture.ts'
import { arrivedIn } from './s3-records.ts'

test.each(['incoming/a-b_c', 'registers/jinxiu/名册 2026+1'])('%s is found by its key', (key) => {
  expect(arrivedIn(s3EventOf(key, 7))).toEqual([{ key, bytes: 7 }])
})

test('a space may come as a plus', () => {
  const [record] = s3EventOf('x', 1).Records
  if (record) record.s3.object.key = 'registers/a+b%2Bc'
  expect(arrivedIn({ Records: record ? [record] : [] })).toEqual([
    { key: 'registers/a b+c', bytes: 1 },
  ])
})

import { entriesOf } from './level-entries.ts'
import type { Store } from './level-reader.ts'
import { GroupWriter, type Change } from './level-writer.ts'
import { checkItem } from './limits.ts'
import { itemAt } from './open-tables.fixture.ts'

/** A disk whose syncs end when the test says so. */
function slowStore() {
  const batches: { sync: boolean; keys: string[]; done: () => void }[] = []
  const batch = () => {
    const keys: string[] = []
    return {
      put: (key: string) => keys.push(key),
      del: (key: string) => keys.push(key),
      get length() {
        return keys.length
      },
      close: () => Promise.resolve(),
      write: ({ sync }: { sync: boolean }) =>
        new Promise<void>((done) => batches.push({ sync, keys, done })),
    }
  }
  const store = { batch, getSync: () => undefined } as unknown as Store
  return { store, batches }
}

const saving =
  (sk: string): Change<string> =>
  (draft) => {
    const item = itemAt('A', sk)
    draft.save(entriesOf(item, checkItem(item)))
    return sk
  }
const refusing: Change<never> = () => {
  throw new Error('refused')
}
const turns = () => new Promise((resolve) => setTimeout(resolve, 5))

test('what comes while a batch syncs makes the next batch', async () => {
  const { store, batches } = slowStore()
  const writer = new GroupWriter(store)
  const first = writer.submit(saving('1'))
  await turns()
  const rest = ['2', '3', '4'].map((sk) => writer.submit(saving(sk)))
  await turns()
  expect(batches.map(({ keys }) => keys.length)).toEqual([1])
  batches[0]?.done()
  expect(await first).toBe('1')
  await turns()
  expect(batches.map(({ keys }) => keys.length)).toEqual([1, 3])
  batches[1]?.done()
  expect(await Promise.all(rest)).toEqual(['2', '3', '4'])
  await writer.idle()
})

test('nobody is answered before the sync, not even who is refused', async () => {
  const { store, batches } = slowStore()
  const writer = new GroupWriter(store)
  const answered: string[] = []
  const saved = writer.submit(saving('1')).then(() => answered.push('saved'))
  const refused = writer.submit(refusing).catch(() => answered.push('refused'))
  await turns()
  expect(answered).toEqual([])
  batches[0]?.done()
  await Promise.all([saved, refused])
  expect(answered.sort()).toEqual(['refused', 'saved'])
})

test.each([
  ['a durable change', [true], true],
  ['changes that need not last', [false, false], false],
  ['both', [false, true], true],
])('%s: sync as the most careful of them asks', async (_name, durable, sync) => {
  const { store, batches } = slowStore()
  const writer = new GroupWriter(store)
  const writes = durable.map((each, n) => writer.submit(saving(`${n}`), each))
  await turns()
  expect(batches.map((batch) => batch.sync)).toEqual([sync])
  batches[0]?.done()
  await Promise.all(writes)
})

test('a batch in which all is refused writes nothing', async () => {
  const { store, batches } = slowStore()
  await expect(new GroupWriter(store).submit(refusing)).rejects.toThrow('refused')
  expect(batches).toEqual([])
})

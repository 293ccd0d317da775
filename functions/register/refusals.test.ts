import type { Route, Sent } from '#shared/kernel/route.ts'
import { register } from '#shared/register/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { COMMUNITY, csv, openRegisterWorld, type RegisterWorld, ROWS } from './registers.fixture.ts'

const at = { community: COMMUNITY }
const ABSENT = 'a'.repeat(24)
const SHA = '0'.repeat(64)
const DAY = '2026-11-20'

/** Ids that exist only once the world does. */
interface Known {
  readonly ready: string
  readonly unclear: string
  readonly sha256: string
  readonly wang: readonly string[]
  readonly zhang: string
}
type Ask = <R extends Route>(route: R, input: Sent<R>) => Promise<{ code: string | undefined }>
type Case = readonly [what: string, code: string, ask: (ask: Ask, known: Known) => Promise<unknown>]

const sale = { ...at, unit: '1-1-103', day: DAY, kind: 'sale' as const }
const columns = [
  { field: 'room' as const, column: 0 },
  { field: 'area' as const, column: 0 },
]

const CASES: readonly Case[] = [
  [
    'an unknown import',
    'register.import_unknown',
    (ask) => ask(register.progress, { ...at, import: ABSENT }),
  ],
  [
    'columns for an unknown import',
    'register.import_unknown',
    (ask) =>
      ask(register.map, {
        ...at,
        import: ABSENT,
        sheets: [{ sheet: 'S', headerRow: 1, columns: [] }],
      }),
  ],
  [
    'two fields in one column',
    'register.columns_invalid',
    (ask, { unclear }) =>
      ask(register.map, {
        ...at,
        import: unclear,
        sheets: [{ sheet: 'S', headerRow: 1, columns }],
      }),
  ],
  [
    'an import whose columns are unclear',
    'register.columns_uncertain',
    (ask, { unclear }) =>
      ask(register.confirm, { ...at, import: unclear, sha256: SHA, comparedWith: 1 }),
  ],
  [
    'another file',
    'register.file_changed',
    (ask, { ready }) =>
      ask(register.confirm, { ...at, import: ready, sha256: SHA, comparedWith: 1 }),
  ],
  [
    'another version',
    'register.changed_meanwhile',
    (ask, { ready, sha256 }) =>
      ask(register.confirm, { ...at, import: ready, sha256, comparedWith: 0 }),
  ],
  [
    'owners nobody asked about',
    'register.decisions_invalid',
    (ask, { ready, sha256, zhang }) =>
      ask(register.confirm, { ...at, import: ready, sha256, comparedWith: 1, same: [[zhang]] }),
  ],
  [
    'a unit there is not',
    'register.unit_unknown',
    (ask) => ask(register.unit, { ...at, unit: '9-9-999' }),
  ],
  [
    'a version there is not',
    'register.version_unknown',
    (ask) => ask(register.diff, { ...at, version: 9 }),
  ],
  [
    'undoing a version to come',
    'register.version_unknown',
    (ask) => ask(register.undo, { ...at, version: 9, reason: '选错了' }),
  ],
  [
    'undoing the first',
    'register.nothing_before',
    (ask) => ask(register.undo, { ...at, version: 1, reason: '选错了' }),
  ],
  [
    'a transfer of tomorrow',
    'register.transfer_in_future',
    (ask, { wang }) =>
      ask(register.transfer, {
        ...sale,
        day: '2026-11-25',
        from: [...wang],
        to: [{ name: '周涛' }],
      }),
  ],
  [
    'a transfer from somebody else',
    'register.owners_changed',
    (ask, { zhang }) => ask(register.transfer, { ...sale, from: [zhang], to: [{ name: '周涛' }] }),
  ],
  [
    'a transfer to the same',
    'register.transfer_changes_nothing',
    (ask, { wang }) =>
      ask(register.transfer, { ...sale, from: [...wang], to: wang.map((key) => ({ key })) }),
  ],
  [
    'a transfer to nobody known',
    'register.owner_unknown',
    (ask, { wang }) => ask(register.transfer, { ...sale, from: [...wang], to: [{ key: ABSENT }] }),
  ],
  [
    'an owner named twice',
    'register.owner_repeated',
    (ask, { wang, zhang }) =>
      ask(register.transfer, { ...sale, from: [...wang], to: [{ key: zhang }, { key: zhang }] }),
  ],
  [
    'a masked number',
    'register.identity_unclear',
    (ask, { wang }) =>
      ask(register.transfer, {
        ...sale,
        from: [...wang],
        to: [{ name: '周涛', identity: '5103****1234' }],
      }),
  ],
  [
    'a delivery of what is delivered',
    'register.transfer_not_possible',
    (ask, { wang, zhang }) =>
      ask(register.transfer, {
        ...sale,
        kind: 'first_delivery',
        from: [...wang],
        to: [{ key: zhang }],
      }),
  ],
  [
    'a gift of what is unsold',
    'register.transfer_not_possible',
    (ask, { zhang }) =>
      ask(register.transfer, {
        ...sale,
        unit: '1-1-106',
        kind: 'gift',
        from: [],
        to: [{ key: zhang }],
      }),
  ],
  [
    'a formula for a name',
    'request.invalid',
    (ask, { wang }) => ask(register.transfer, { ...sale, from: [...wang], to: [{ name: '=1+1' }] }),
  ],
]

describe.each(openTables)('refused, and the register as it was, over %s', (_, open) => {
  let world: RegisterWorld
  let known: Known
  beforeAll(async () => {
    world = await openRegisterWorld(open)
    await world.take(csv())
    const ready = await world.preview(csv(ROWS.slice(0, 4)))
    const unclear = await world.preview('甲,乙,丙\n1-1-101,89.57,张小明\n1-1-102,90.5,李芳\n')
    const client = await world.as('committee')
    const ownersOf = async (unit: string) =>
      (await client.send(register.unit, { ...at, unit })).body.unit.owners.map(({ key }) => key)
    known = {
      ready: ready.import,
      unclear: unclear.import,
      sha256: ready.preview?.sha256 ?? '',
      wang: await ownersOf('1-1-103'),
      zhang: (await ownersOf('1-1-101'))[0] ?? '',
    }
    await world.sweep()
  })
  afterAll(() => world.close())

  test.each(CASES)('%s: %s', async (_what, code, ask) => {
    const before = await world.everything()
    const client = await world.as('committee')
    const answer = await ask((route, input) => client.send(route, input), known)
    expect(answer).toMatchObject({ code })
    expect(await world.everything()).toEqual(before)
  })

  test.each([
    ['resident', 'current', 'auth.not_permitted'],
    ['stranger', 'current', 'scope.not_found'],
    ['community', 'upload', 'auth.not_permitted'],
    ['property', 'export', 'auth.not_permitted'],
  ] as const)('%s may not: %s', async (person, operation, code) => {
    const client = await world.as(person)
    const input = { file: '名册.csv', format: 'csv', reason: '核对业主' } as const
    const sent = {
      current: () => client.send(register.current, at),
      upload: () => client.send(register.upload, { ...at, file: input.file }),
      export: () => client.send(register.export, { ...at, format: 'csv', reason: input.reason }),
    }
    expect(await sent[operation]()).toMatchObject({ code })
  })
})

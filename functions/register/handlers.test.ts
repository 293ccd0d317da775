import { register } from '#shared/register/contract.ts'
import { upload } from '../platform/blobs/blobs.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import { registerDirectory } from './offers.ts'
import { COMMUNITY, csv, openRegisterWorld, type RegisterWorld, ROWS } from './registers.fixture.ts'

const at = { community: COMMUNITY }

describe.each(openTables)('registers over %s', (_, open) => {
  let world: RegisterWorld
  beforeEach(async () => {
    world = await openRegisterWorld(open)
  })
  afterEach(() => world.close())
  const committee = () => world.as('committee')

  test('a file is previewed, nothing is written until it is confirmed, and then it is one version', async () => {
    const previewed = await world.preview(csv([...ROWS, '1-1-107,无,孙八,,已交付,,']))
    expect(previewed).toMatchObject({
      state: 'ready',
      by: '陈主任',
      preview: {
        comparedWith: 0,
        added: 6,
        changed: 0,
        removed: 0,
        problems: 1,
        sameNames: 1,
        certain: true,
        unchanged: false,
        figures: { units: 6, heads: 5, developerUnits: 2, coOwnedUnits: 1, totalAreaCenti: 48_957 },
      },
    })
    expect(await world.everything()).toEqual([])
    const client = await committee()
    const rows = await client.send(register.previewRows, { ...at, import: previewed.import })
    expect(rows.body.items).toEqual([
      expect.objectContaining({ row: 8, taken: false, reason: '面积没有填写，或不是数字' }),
    ])
    const added = await client.send(register.previewUnits, {
      ...at,
      import: previewed.import,
      change: 'added',
      limit: 4,
    })
    expect(added.body.items.map(({ unit }) => unit)).toHaveLength(4)
    expect(added.body.items[0]?.after?.owners).toEqual(['张**'])
    const cursor = added.body.cursor ?? ''
    const rest = { ...at, import: previewed.import, change: 'added' as const, cursor }
    expect((await client.send(register.previewUnits, rest)).body.items).toHaveLength(2)

    expect(await world.confirm(previewed)).toMatchObject({ state: 'done', version: 1 })
    const { body } = await client.send(register.current, at)
    expect(body.current).toMatchObject({
      version: 1,
      act: 'import',
      by: '陈主任',
      file: '名册.csv',
    })
    expect(body.buildings).toEqual([{ building: '1', name: '1栋', units: 6 }])
  })

  test('the same file again changes nothing, and says so', async () => {
    await world.take(csv())
    const before = await world.everything()
    const again = await world.preview(csv())
    expect(again.preview).toMatchObject({ unchanged: true, added: 0, changed: 0, removed: 0 })
    expect(await world.confirm(again)).toMatchObject({ state: 'done', version: 1 })
    expect(await world.everything()).toEqual(before)
  })

  test('namesakes decided to be one are one from then on, also when the file comes again', async () => {
    const previewed = await world.preview(csv())
    const client = await committee()
    const { body } = await client.send(register.previewSameNames, {
      ...at,
      import: previewed.import,
    })
    const [group] = body.items
    expect(group?.name).toBe('王强')
    const keys = group?.owners.map(({ key }) => key) ?? []
    expect(await world.confirm(previewed, [keys])).toMatchObject({ state: 'done' })
    expect((await client.send(register.current, at)).body.current?.figures.heads).toBe(4)
    expect((await world.preview(csv())).preview).toMatchObject({ unchanged: true })
  })

  test('another file by the same form is previewed anew; the first cannot be confirmed any more', async () => {
    const client = await committee()
    const { body } = await client.send(register.upload, { ...at, file: '名册.csv' })
    await upload(body.form, Buffer.from(csv()))
    await world.settle()
    const first = await world.progress(body.import)
    await upload(body.form, Buffer.from(csv(ROWS.slice(0, 3))))
    await world.settle()
    await expect(world.confirm(first)).rejects.toThrow('register.file_changed')
    expect(await world.everything()).toEqual([])
  })

  test('a file exchanged between confirming and writing is not written', async () => {
    const { import: id, preview } = await world.preview(csv())
    const exchanged = Buffer.from(csv(ROWS.slice(0, 2)))
    // The store says so only after the order to write has come.
    await world.silently.put(`registers/jinxiu/${id}`, exchanged, 'text/csv')
    const ended = await world.confirm({
      ...(await world.progress(id)),
      ...(preview && { preview }),
    })
    expect(ended).toMatchObject({ state: 'refused', refusal: { code: 'register.file_changed' } })
    expect(await world.everything()).toEqual([])
  })

  test('a register that moved meanwhile is not overwritten', async () => {
    const [first, second] = [await world.preview(csv()), await world.preview(csv(ROWS.slice(0, 4)))]
    await world.confirm(first)
    await expect(world.confirm(second)).rejects.toThrow('register.changed_meanwhile')
  })

  test('of two confirmations at once one is written', async () => {
    const previews = [await world.preview(csv()), await world.preview(csv(ROWS.slice(0, 4)))]
    const client = await committee()
    await Promise.all(
      previews.map(({ import: id, preview }) =>
        client.send(register.confirm, {
          ...at,
          import: id,
          sha256: preview?.sha256 ?? '',
          comparedWith: 0,
        }),
      ),
    )
    await world.settle()
    const ends = await Promise.all(previews.map(({ import: id }) => world.progress(id)))
    expect(ends.map(({ state }) => state).sort()).toEqual(['done', 'refused'])
    expect(ends.find(({ state }) => state === 'refused')?.refusal?.code).toBe(
      'register.changed_meanwhile',
    )
    expect((await client.send(register.versions, at)).body.items).toHaveLength(1)
  })

  test('columns nobody can guess are asked for, and then taken', async () => {
    const odd = [
      '甲,乙,丙',
      '1-1-101,89.57,张小明',
      '1-1-102,90.5,李芳',
      '1-1-103,91.5,王强',
      '',
    ].join('\n')
    const unclear = await world.preview(odd)
    expect(unclear.state).toBe('unclear')
    const client = await committee()
    const { body } = await client.send(register.sheets, { ...at, import: unclear.import })
    const sheet = body.sheets[0]?.sheet ?? ''
    const columns = (['room', 'area', 'owner'] as const).map((field, column) => ({ field, column }))
    const told = { ...at, import: unclear.import, sheets: [{ sheet, headerRow: 1, columns }] }
    expect((await client.send(register.map, told)).status).toBe(200)
    await world.settle()
    const ready = await world.progress(unclear.import)
    expect(ready).toMatchObject({ state: 'ready', preview: { added: 3, certain: true } })
    expect(await world.confirm(ready)).toMatchObject({ state: 'done' })
  })

  test('versions are listed, compared and taken back; taking back is a version too', async () => {
    await world.take(csv())
    await world.take(csv(['1-1-101,91,孙八,13800000008,已交付,,', ...ROWS.slice(2)]))
    const client = await committee()
    const { body: diff } = await client.send(register.diff, { ...at, version: 2 })
    expect(diff).toMatchObject({ from: 1, to: 2, added: 0, changed: 1, removed: 1 })
    expect(diff.items.find(({ unit }) => unit === '1-1-101')?.fields).toEqual(['area', 'owners'])

    const undo = { ...at, version: 2, reason: '选错了文件' }
    const undone = await client.send(register.undo, undo, { key: 'undo-the-second' })
    expect(undone.body).toMatchObject({ version: 3, act: 'undo', undoes: 2, reason: '选错了文件' })
    const repeated = await client.send(register.undo, undo, { key: 'undo-the-second' })
    expect(repeated.body).toEqual(undone.body)
    expect(await client.send(register.undo, undo)).toMatchObject({ code: 'register.not_newest' })
    const { body: same } = await client.send(register.diff, { ...at, version: 3, from: 1 })
    expect(same).toMatchObject({ added: 0, changed: 0, removed: 0 })
    const { body } = await client.send(register.versions, { ...at, limit: 2 })
    expect(body.items.map(({ version }) => version)).toEqual([3, 2])
    const { body: older } = await client.send(register.versions, {
      ...at,
      cursor: body.cursor ?? '',
    })
    expect(older.items.map(({ version }) => version)).toEqual([1])
  })

  test('a transfer is a version; a roll of each day is rebuilt, back-dated or not', async () => {
    await world.take(csv())
    const client = await committee()
    const { body: one } = await client.send(register.unit, { ...at, unit: '1-1-103' })
    const from = one.unit.owners.map(({ key }) => key)
    world.clock.advance(40 * 86_400_000)
    const later = await committee()
    const sold = await later.send(register.transfer, {
      ...at,
      unit: '1-1-103',
      from,
      to: [{ name: '周涛', phone: '138 0000 0009', identity: '510304199001011234' }],
      day: '2026-12-10',
      kind: 'sale',
    })
    expect(sold).toMatchObject({
      status: 201,
      body: { version: 2, undone: false, day: '2026-12-10' },
    })
    const { rollOn, match, changedUnits } = registerDirectory(world.ports)
    const ownerOn = async (day: string) =>
      (await rollOn(COMMUNITY, day))?.units.find(({ unit }) => unit === '1-1-103')?.owners[0]?.name
    expect(await ownerOn('2026-12-09')).toBe('王强')
    expect(await ownerOn('2026-12-10')).toBe('周涛')
    expect(await ownerOn('2027-06-01')).toBe('周涛')
    const said = { unit: '1-1-103', name: '周 涛', phone: '13800000009' }
    expect(await match(COMMUNITY, said)).toMatchObject({ result: 'match' })
    expect(await changedUnits(COMMUNITY, 1, 2)).toEqual(['1-1-103'])
    await later.send(register.undo, { ...at, version: 2, reason: '登记错了' })
    expect(await ownerOn('2026-12-10')).toBe('王强')
    const { body: list } = await later.send(register.transfers, at)
    expect(list.items).toEqual([expect.objectContaining({ undone: true, unit: '1-1-103' })])
  })

  test('every act is on the chain', async () => {
    await world.take(csv())
    await (await committee()).send(register.export, { ...at, format: 'csv', reason: '核对业主' })
    await registerDirectory(world.ports).designate(COMMUNITY, '1-1-102', undefined)
    await world.sweep()
    const { items } = await auditTrail(world.ports).latest(COMMUNITY, { limit: 10 })
    expect(items.map(({ entry }) => [entry.act, entry.by]).sort()).toEqual([
      ['register.designate', 'command'],
      ['register.export', 'committee'],
      ['register.import', 'committee'],
    ])
  })
})

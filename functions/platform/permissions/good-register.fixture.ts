import { register } from '#shared/register/contract.ts'
import type { Homes } from '../../bindings/refusals.fixture.ts'
import { registerArrived } from '../../register/arrival.ts'
import { upload } from '../blobs/blobs.fixture.ts'
import { good, type GoodRequest } from './good-request.fixture.ts'

const at = { community: 'jinxiu' }
const KNOWN = [
  '房号,建筑面积,业主姓名,身份证号,联系电话,交付状态',
  '7-1-101,80,王强,11010519491231002X,13800000021,已交付',
  '7-1-102,80,王强,,,已交付',
].join('\n')
const UNCLEAR = '甲,乙,丙\n7-1-101,89.57,张小明\n7-1-102,90.5,李芳\n'

/** An import as it stands once its file was read. */
async function read({ app }: Homes, text: string) {
  const committee = await app.as('committee')
  const { body } = await committee.send(register.upload, { ...at, file: '名册.csv' })
  const bytes = Buffer.from(text)
  await upload(body.form, bytes)
  await registerArrived(app.ports, {
    key: `registers/${at.community}/${body.import}`,
    bytes: bytes.length,
  })
  const { body: found } = await committee.send(register.progress, { ...at, import: body.import })
  return found
}

/** @param unit one with a single owner, whom nobody else of the world needs */
export async function goodRegister(homes: Homes, unit: string): Promise<GoodRequest[]> {
  const ready = await read(homes, KNOWN)
  const unclear = await read(homes, UNCLEAR)
  const one = { ...at, import: ready.import }
  const { sha256 = '', comparedWith = 0 } = ready.preview ?? {}
  const committee = await homes.app.as('committee')
  const { body } = await committee.send(register.unit, { ...at, unit })
  const { body: sheets } = await committee.send(register.sheets, { ...at, import: unclear.import })
  const { current } = (await committee.send(register.current, at)).body
  const columns = (['room', 'area', 'owner'] as const).map((field, column) => ({ field, column }))
  const [sheet] = sheets.sheets
  return [
    good(register.upload, 'committee', { ...at, file: '名册.csv' }),
    ...[register.progress, register.sheets, register.previewRows, register.previewSameNames].map(
      (route) => good(route, 'committee', one),
    ),
    good(register.previewUnits, 'committee', { ...one, change: 'added' }),
    good(register.map, 'committee', {
      ...{ ...at, import: unclear.import },
      sheets: [{ sheet: sheet?.sheet ?? '', headerRow: 1, columns }],
    }),
    good(register.confirm, 'committee', { ...one, sha256, comparedWith }),
    good(register.undo, 'committee', { ...at, version: current?.version ?? 0, reason: '选错文件' }),
    good(register.unit, 'committee', { ...at, unit }),
    good(register.transfer, 'committee', {
      ...{ ...at, unit, day: '2026-01-05', kind: 'inheritance' },
      from: body.unit.owners.map(({ key }) => key),
      to: [{ name: '周涛', phone: '13800000009' }],
    }),
  ]
}

import fc from 'fast-check'
import { sheetOf } from '#shared/register/register.fixture.ts'
import type { Sheet } from '#shared/register/sheet.ts'

const PERSONS = ['张三', '李四', '欧阳小明', 'John Smith', '买买提·艾力', '王强']
const ORGANISATIONS = ['锦绣商贸有限公司', '自贡市第五中学', '和平街道社区居委会']
const DEVELOPERS = ['自贡华辰置业有限公司', '川南房地产开发（集团）有限公司']

const owner = fc.record({
  name: fc.constantFrom(...PERSONS, ...ORGANISATIONS),
  /** How many are told apart by a number, or by nothing but where they live. */
  known: fc.constantFrom('identity', 'phone', 'both', 'nothing'),
  /** Two people may have one name, and one person several homes. */
  person: fc.nat({ max: 3 }),
})

const unit = fc.record({
  kind: fc.constantFrom('住宅', '住宅', '住宅', '商铺', '车位', '储藏室'),
  area: fc.integer({ min: 1, max: 99_999 }),
  source: fc.constantFrom('', '不动产登记', '实测', '合同'),
  owners: fc.uniqueArray(owner, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
  form: fc.constantFrom('', '共同共有', '按份共有'),
  isRepresented: fc.boolean(),
  status: fc.constantFrom('已交付', '已交付', '已交付', '未售', '已售未交付'),
  developer: fc.constantFrom(...DEVELOPERS),
  tenant: fc.constantFrom('', '租客甲'),
})
type AnyUnit = typeof unit extends fc.Arbitrary<infer T> ? T : never

const space = fc.record({ area: fc.integer({ min: 100, max: 5_000 }), owner })

/** What a community may have beside each other: shops, spaces, storerooms, companies, couples, what is not sold. */
export const anyRegister = fc
  .record({
    units: fc.array(unit, { minLength: 1, maxLength: 24 }),
    spaces: fc.array(space, { maxLength: 4 }),
  })
  .map(({ units, spaces }): readonly Sheet[] => [
    sheetOf([HEADER, ...units.map(rowOf)], '房屋'),
    ...(spaces.length === 0 ? [] : [sheetOf([SPACES, ...spaces.map(spaceRow)], '车位')]),
  ])

const HEADER = [
  ...['楼栋', '单元', '房号', '建筑面积', '面积来源', '业主姓名', '证件号码', '联系电话'],
  ...['共有方式', '共有份额', '产权代表', '交付状态', '房屋用途', '开发商', '租户姓名', '租户电话'],
]
const SPACES = ['车位编号', '车位面积', '业主', '电话', '证件号码']

const metres = (centi: number): string =>
  `${Math.floor(centi / 100)}.${String(centi % 100).padStart(2, '0')}`

type AnyOwner = AnyUnit['owners'][number]
const hasIdentity = ({ known }: AnyOwner): boolean => known === 'identity' || known === 'both'
const hasPhone = ({ known }: AnyOwner): boolean => known === 'phone' || known === 'both'
const at = ({ name, person }: AnyOwner): number =>
  [...PERSONS, ...ORGANISATIONS].indexOf(name) * 10 + person
const identityOf = (one: AnyOwner): string =>
  hasIdentity(one) ? `5103**********${1_000 + at(one)}` : ''
const phoneOf = (one: AnyOwner): string => (hasPhone(one) ? `1330000${1_000 + at(one)}` : '')
const eachOf = (owners: readonly AnyOwner[], of: (one: AnyOwner) => string): string =>
  owners.some((one) => of(one) !== '') ? owners.map(of).join('、') : ''

/** How several own a home together; nothing where one does. */
function togetherOf({ form, isRepresented }: AnyUnit, held: readonly AnyOwner[]) {
  if (held.length < 2) return ['', '', '']
  const shares = form === '按份共有' ? held.map(() => `1/${held.length}`).join('、') : ''
  return [form, shares, isRepresented ? (held[0]?.name ?? '') : '']
}

function rowOf(one: AnyUnit, i: number) {
  const { kind, status, tenant } = one
  const held = status === '未售' ? [] : one.owners
  return [
    `${1 + (i % 3)}栋`,
    `${1 + (i % 2)}单元`,
    String(101 + i),
    metres(one.area),
    one.source,
    held.map(({ name }) => name).join('、'),
    eachOf(held, identityOf),
    eachOf(held, phoneOf),
    ...togetherOf(one, held),
    status,
    kind,
    status === '已交付' ? '' : one.developer,
    tenant,
    tenant === '' ? '' : '13900000000',
  ]
}

const spaceRow = (one: { readonly area: number; readonly owner: AnyOwner }, i: number) => [
  `B1-${String(i + 1).padStart(3, '0')}`,
  metres(one.area),
  one.owner.name,
  phoneOf(one.owner),
  identityOf(one.owner),
]

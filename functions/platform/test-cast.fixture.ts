import type { Community } from '#shared/communities/contract.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import type { Home } from '#shared/kernel/home.ts'
import { personsIn } from '../people/repository.ts'
import type { Ports } from './ports.ts'

const profile = { id: 'demo', name: '演示规则', version: 1, fictitious: true }
const STREET = 'street-1'

export const JINXIU: Community = {
  id: 'jinxiu',
  code: 'JX',
  name: '锦绣花园',
  street: STREET,
  streetName: '和平街道',
  district: 'district-1',
  districtName: '青山区',
  propertyCompany: '安居物业',
  company: 'anju',
  profile,
  buildings: ['1幢', '2幢'],
}
/** The other community; of the same street, under another company. */
const YUNXI: Community = {
  ...JINXIU,
  id: 'yunxi',
  code: 'YX',
  name: '云溪苑',
  propertyCompany: '云物业',
  company: 'yun',
}
export const COMMUNITIES: readonly Community[] = [JINXIU, YUNXI]

export interface TestPerson {
  readonly name: string
  /** In `jinxiu` unless said otherwise; a street officer's role is for the street. */
  readonly roles?: readonly Role[]
  readonly homes?: readonly Home[]
  readonly community?: string
}

const home = (unit: string, relation: Home['relation'] = 'owner'): Home => ({
  unit,
  areaCenti: 8_957,
  relation,
})

/** Who a test logs in as, by id. */
export const CAST = {
  resident: { name: '张小明', homes: [home('1-1-101'), home('2-1-201')] },
  neighbour: { name: '李芳', homes: [home('1-1-102')] },
  coowner: { name: '王强', homes: [home('1-1-103', 'co_owner')] },
  tenant: { name: '赵敏', homes: [home('1-1-104', 'tenant')] },
  committee: { name: '陈主任', roles: ['committee'] },
  property: { name: '刘洋', roles: ['property'] },
  colleague: { name: '周涛', roles: ['property'] },
  /** Works for the property and owns a home. */
  living_clerk: { name: '冯涛', roles: ['property'], homes: [home('1-1-105')] },
  manager: { name: '吴经理', roles: ['manager'] },
  community: { name: '郑红', roles: ['community'] },
  street: { name: '孙伟', roles: ['street'] },
  stranger: { name: '钱多', homes: [home('9-1-901')], community: 'yunxi' },
  strange_property: { name: '何平', roles: ['property'], community: 'yunxi' },
} as const satisfies Readonly<Record<string, TestPerson>>

type Writing = Pick<Ports, 'table' | 'keys'>

export async function addCast(ports: Writing): Promise<void> {
  await Promise.all(Object.entries(CAST).map(([id, person]) => addPerson(ports, id, person)))
}

/** Adds a person whose WeChat account is `openid-<id>`. */
export async function addPerson(
  { table, keys }: Writing,
  id: string,
  { name, roles = [], homes = [], community = JINXIU.id }: TestPerson,
): Promise<void> {
  const persons = personsIn(table)
  await persons.add(id, {
    name,
    grants: roles.map((role) => ({
      scope: role === 'street' ? 'street' : 'community',
      of: role === 'street' ? STREET : community,
      role,
      from: '2026-01-01T00:00:00.000Z',
    })),
    homes: homes.map((one) => ({ ...one, community })),
  })
  const openid = `openid-${id}`
  await persons.rememberOpenid(id, openid)
  await persons.claimOpenid(keys.digestText('openid', openid), id)
}

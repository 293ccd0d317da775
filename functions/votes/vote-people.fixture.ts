import type { Home } from '#shared/kernel/home.ts'
import { personsIn } from '../people/repository.ts'
import type { Ports } from '../platform/ports.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { JINXIU } from '../platform/test-cast.fixture.ts'
import { saveRegister } from '../register/saving.ts'
import type { RollUnit } from './stored.ts'

export const COMMUNITY = JINXIU.id

export const unit = (
  label: string,
  owners: readonly string[],
  rest: Partial<RollUnit> = {},
): RollUnit => ({
  unit: label,
  areaCenti: 8_957,
  kind: 'home',
  status: 'delivered',
  owners: owners.map((key) => ({ key, name: NAMES[key] ?? key })),
  ...rest,
})

const NAMES: Readonly<Record<string, string>> = { 'k-li': '李大伟', 'k-wang': '王小美' }

/** 8 heads: two homes of one owner, couples with and without a representative, a developer. Parking does not count. */
export const UNITS: readonly RollUnit[] = [
  unit('1-1-101', ['k-zhang']),
  unit('2-1-201', ['k-zhang'], { areaCenti: 10_000 }),
  unit('1-1-102', ['k-fang']),
  unit('1-1-103', ['k-li', 'k-wang'], { representative: 'k-li' }),
  unit('1-1-104', ['k-sun', 'k-zhou']),
  unit('1-1-105', ['k-wu']),
  unit('1-1-106', ['k-zheng']),
  unit('1-1-107', ['k-feng']),
  unit('1-1-108', [], { status: 'unsold', developer: 'k-dev' }),
  unit('1-1-109', ['k-buyer'], { status: 'sold_undelivered', developer: 'k-dev' }),
  unit('P-001', ['k-zhang'], { kind: 'parking', areaCenti: 1_250 }),
]

/** By id: homes as the person's grants have them, each with the owner the person is on the register. */
const PEOPLE: Readonly<Record<string, readonly (readonly [string, Home['relation'], string?])[]>> =
  {
    zhang: [
      ['1-1-101', 'owner', 'k-zhang'],
      ['2-1-201', 'owner', 'k-zhang'],
    ],
    fang: [['1-1-102', 'owner', 'k-fang']],
    li: [['1-1-103', 'co_owner', 'k-li']],
    wang: [['1-1-103', 'co_owner', 'k-wang']],
    sun: [['1-1-104', 'co_owner', 'k-sun']],
    zhou: [['1-1-104', 'co_owner', 'k-zhou']],
    wu: [['1-1-105', 'owner', 'k-wu']],
    zheng: [['1-1-106', 'owner', 'k-zheng']],
    // Sits on the committee as well.
    chair: [['1-1-107', 'owner', 'k-feng']],
    // Rents where somebody else owns; the key proves nothing.
    lodger: [['1-1-102', 'tenant', 'k-fang']],
    // Has paid, has not been handed the keys.
    buyer: [['1-1-109', 'owner', 'k-buyer']],
    builder: [['1-1-108', 'owner', 'k-dev']],
    newcomer: [['1-1-110', 'owner']],
  }

export interface VoteApp extends TestApp {
  readonly close: () => Promise<void>
}

type Open = Parameters<typeof openTestAppOn>[0]

/** @param units of the register; where there are none, nothing was imported yet */
export async function openVoteApp(
  open: Open,
  units: readonly RollUnit[] = UNITS,
  overrides: Parameters<typeof openTestAppOn>[1] = {},
): Promise<VoteApp> {
  const app = await openTestAppOn(open, overrides)
  for (const [id, homes] of Object.entries(PEOPLE)) {
    await addOwner(app.ports, id, homes, id === 'chair')
  }
  if (units.length > 0) await importUnits(app, units)
  return app
}

/** The register as it is from now on. */
export async function importUnits(
  { ports, clock }: TestApp,
  units: readonly RollUnit[],
): Promise<void> {
  const owners = new Map(units.flatMap((one) => one.owners.map(({ key, name }) => [key, name])))
  const register = {
    units: units.map(({ unit: label, owners: of, ...rest }) => ({
      ...rest,
      label,
      building: rest.kind === 'parking' ? '' : (label.split('-')[0] ?? ''),
      owners: of.map(({ key }) => key).sort(),
    })),
    owners: [...owners].map(([key, name]) => ({ key, name, organisation: false, phones: [] })),
    buildings: [],
  }
  await saveRegister(ports.table, COMMUNITY, register, { run: ports.newId(), at: clock.now })
}

/** Adds a person with a WeChat account whose homes say who the person is on the register. */
export async function addOwner(
  { table }: Ports,
  id: string,
  homes: readonly (readonly [unit: string, relation: Home['relation'], owner?: string])[],
  isOnCommittee = false,
): Promise<void> {
  const persons = personsIn(table)
  await persons.rememberOpenid(id, `openid-${id}`)
  await persons.add(id, {
    name: `业主${id}`,
    grants: isOnCommittee
      ? [{ scope: 'community', of: COMMUNITY, role: 'committee', from: '2026-01-01T00:00:00.000Z' }]
      : [],
    homes: homes.map(([label, relation, owner]) => ({
      community: COMMUNITY,
      unit: label,
      areaCenti: 8_957,
      relation,
      ...(owner !== undefined && { owner }),
    })),
  })
}

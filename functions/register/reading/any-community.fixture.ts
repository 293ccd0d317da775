import fc from 'fast-check'

export interface Person {
  readonly name: string
  readonly phone: string
  readonly identity: string
}

/** A home as it is, whatever a register makes of it. Area in 0.01 m². */
export interface Home {
  readonly building: number
  readonly unit: number
  readonly room: number
  readonly areaCenti: number
  readonly status: 'delivered' | 'unsold' | 'sold_undelivered'
  readonly isShop: boolean
  /** Of what is not sold: nobody. Of what is sold and not delivered: its buyers. */
  readonly owners: readonly Person[]
  readonly developer: Person
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚'

/** Names of two or three characters, each of one person only. */
const personAt = (n: number, hasIdentity: boolean): Person => {
  const surname = SURNAMES.charAt(n % 20)
  const given = GIVEN.charAt(Math.floor(n / 20) % 20) + (n % 3 === 0 ? '' : GIVEN.charAt(n % 19))
  return {
    name: surname + given,
    phone: `133${String(10_000_000 + n)}`,
    identity: hasIdentity ? `5103**********${String(1_000 + n)}` : '',
  }
}
const PEOPLE = 400

const COMPANIES = ['自贡华辰置业有限公司', '川南房地产开发（集团）有限公司'] as const
/** With a code or a phone: its name alone would not show that what it bought is one owner's. */
const companyAt = (n: number, hasCode: boolean): Person => ({
  name: COMPANIES[n] ?? COMPANIES[0],
  phone: hasCode ? '' : `0813-55501${n}0`,
  identity: hasCode ? `9151030${n}MA62000000`.slice(0, 18) : '',
})

const shape = fc.record({
  buildings: fc.uniqueArray(fc.integer({ min: 1, max: 32 }), { minLength: 1, maxLength: 4 }),
  units: fc.integer({ min: 1, max: 2 }),
  floors: fc.integer({ min: 1, max: 3 }),
  developers: fc.integer({ min: 1, max: 2 }),
  identities: fc.boolean(),
  codes: fc.boolean(),
})

const fate = fc.record({
  areaCenti: fc.integer({ min: 1_000, max: 40_000 }),
  status: fc.constantFrom(
    ...(['delivered', 'delivered', 'delivered', 'unsold', 'sold_undelivered'] as const),
  ),
  owners: fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 1, maxLength: 3 }),
  isDevelopers: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  developer: fc.nat({ max: 1 }),
  isShop: fc.boolean(),
})

/** Homes in the order of a register: by building, unit, floor. */
export const anyCommunity: fc.Arbitrary<readonly Home[]> = shape.chain((of) => {
  const places = [...of.buildings]
    .sort((a, b) => a - b)
    .flatMap((building) =>
      Array.from({ length: of.units }, (_, u) =>
        Array.from({ length: of.floors * 2 }, (__, r) => ({
          building,
          unit: u + 1,
          room: (Math.floor(r / 2) + 1) * 100 + (r % 2) + 1,
        })),
      ).flat(),
    )
  return fc
    .array(fate, { minLength: places.length, maxLength: places.length })
    .map((fates) => places.map((place, i) => homeOf(place, fates[i], of)))
})

type Fate = typeof fate extends fc.Arbitrary<infer T> ? T : never
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

function homeOf(
  place: Pick<Home, 'building' | 'unit' | 'room'>,
  one: Fate | undefined,
  of: Shape,
): Home {
  if (!one) throw new Error('a home without fate')
  const developer = companyAt(one.developer % of.developers, of.codes)
  const people = one.owners.map((n) => personAt((n * 7) % PEOPLE, of.identities))
  const { areaCenti, status, isShop } = one
  const bought = one.isDevelopers && status === 'delivered' ? [developer] : people
  const owners = status === 'unsold' ? [] : bought
  return { ...place, areaCenti, status, isShop, owners, developer }
}

/** What the register of a community amounts to, counted from the homes themselves. */
export function truthOf(homes: readonly Home[]) {
  const heads = homes.map(({ status, owners, developer }) =>
    (status === 'delivered' ? owners : [developer])
      .map(({ name }) => name)
      .sort()
      .join('+'),
  )
  return {
    units: homes.length,
    parking: 0,
    totalAreaCenti: homes.reduce((sum, { areaCenti }) => sum + areaCenti, 0),
    heads: new Set(heads).size,
    developerUnits: homes.filter(({ status }) => status !== 'delivered').length,
    coOwnedUnits: homes.filter(({ owners }) => owners.length > 1).length,
    problems: [],
  }
}

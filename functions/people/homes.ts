import type { HelpAt, HomeIn } from '#shared/people/rules.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { changeGrants } from './change-grants.ts'

/** The homes a person's roles as owner or tenant come from. The caller's own item says why, and is audited. */
export interface Homes {
  /**
   * The person has this home from now on; another binding of the same unit is replaced. Twice is once.
   * `name` is kept where the person has none yet.
   * @throws RefusedError `people.unknown` where there is no such person
   */
  bindHome(person: string, home: HomeIn, name?: string): Promise<void>
  /** The person no longer has it; nothing happens where they had not. */
  unbindHome(person: string, community: string, unit: string): Promise<void>
  homesOf(person: string): Promise<readonly HomeIn[]>
  /** The person helps at this home from now on, or no longer where `term` is absent. Twice is once. */
  setHelp(person: string, at: Unit, term: Omit<HelpAt, keyof Unit> | undefined): Promise<void>
}

type Unit = Pick<HomeIn, 'community' | 'unit'>
const isSame = (a: Unit, b: Unit): boolean => a.community === b.community && a.unit === b.unit

export const homesOn = ({ table, now }: Pick<Ports, 'table' | 'now'>): Homes => ({
  async bindHome(person, home, name = '') {
    const held = await changeGrants(table, person, now(), (grants) => ({
      ...grants,
      name: grants.name === '' ? name : grants.name,
      homes: [...grants.homes.filter((one) => !isSame(one, home)), home],
      formerly: grants.formerly.filter((one) => one !== home.community),
    }))
    if (!held) throw new RefusedError('people.unknown')
  },
  async unbindHome(person, community, unit) {
    await changeGrants(table, person, now(), (grants) => {
      const homes = grants.homes.filter((one) => !isSame(one, { community, unit }))
      if (homes.length === grants.homes.length) return undefined
      const isLast = homes.every((one) => one.community !== community)
      return { ...grants, homes, ...(isLast && { formerly: [...grants.formerly, community] }) }
    })
  },
  async homesOf(person) {
    const held = await changeGrants(table, person, now(), () => undefined)
    return held?.homes ?? []
  },
  async setHelp(person, { community, unit }, term) {
    await changeGrants(table, person, now(), (grants) => {
      const others = grants.helps.filter((one) => !isSame(one, { community, unit }))
      if (!term && others.length === grants.helps.length) return undefined
      return { ...grants, helps: term ? [...others, { community, unit, ...term }] : others }
    })
  },
})

import { CATEGORY_NAMES, type Category } from '#shared/complaints/categories.ts'
import type { Complaint } from '#shared/complaints/contract.ts'
import type { PublicComplaint } from '#shared/complaints/lists-contract.ts'
import { isSameBuilding } from '#shared/complaints/rules/place.ts'
import { isClosed } from '#shared/complaints/rules/states.ts'
import { whatNext } from '#shared/complaints/rules/what-next.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'

type Names = Readonly<Partial<Record<Category, string>>>

/** Categories as residents read them here; where that cannot be asked, as they are called everywhere. */
export function useCategoryNames(community: string): Names {
  const settings = useQuery(`category names ${community}`, () =>
    api.complaints.settings({ community }),
  )
  const here = settings.data?.settings.categories.map(({ category, name }) => [category, name])
  return { ...CATEGORY_NAMES, ...(here && (Object.fromEntries(here) as Names)) }
}

const OUTCOMES: Readonly<Record<NonNullable<PublicComplaint['outcome']>, string>> = {
  confirmed: '居民确认办好了',
  unconfirmed: '没有得到确认，记录后结案',
  refused: '不予受理',
  withdrawn: '提出人撤回',
  merged: '并入更早的一件',
}

export const outcomeWords = ({ outcome }: Pick<PublicComplaint, 'outcome'>): string | undefined =>
  outcome && OUTCOMES[outcome]

/** `今天提交`, `已等 3 天`; of what has ended, how long it took. */
export function ageWords({ days, state }: Pick<PublicComplaint, 'days' | 'state'>): string {
  if (isClosed(state)) return days === 0 ? '当天结束' : `用了 ${days} 天`
  return days === 0 ? '提交不到一天' : `已等 ${days} 天`
}

export const homesWords = ({ cosigns }: Pick<PublicComplaint, 'cosigns'>): string =>
  cosigns === 0 ? '还没有别的住户加入' : `另有 ${cosigns} 户也有同样问题`

/** A building as the register calls it: of a home's label only its number is known. */
export const placeWords = (
  { building }: Pick<PublicComplaint, 'building'>,
  buildings: readonly string[],
): string =>
  building === undefined
    ? '公共区域'
    : (buildings.find((name) => isSameBuilding(name, building)) ?? building)

/** As the register here calls its buildings; none while that is not known. */
export const useBuildings = (community: string): readonly string[] =>
  useQuery(`community ${community}`, () => api.communities.get({ community })).data?.buildings ?? []

/** Whose turn it is, as far as everybody may know: without clocks, which are the parties'. */
export const publicTurn = ({ state }: Pick<Complaint, 'state'>, now: Date): string =>
  whatNext({ state, mine: false, checked: true, held: false }, now)

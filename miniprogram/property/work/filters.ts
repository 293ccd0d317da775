import { Category, ComplaintState } from '#shared/complaints/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import { stored } from '#miniprogram/platform/storage.ts'

/** What a list is narrowed to. */
export const Filter = z.object({
  category: Category.optional(),
  building: z.string().optional(),
  state: ComplaintState.optional(),
})
export type Filter = z.infer<typeof Filter>

const Saved = z.object({ name: z.string(), filter: Filter })
export type SavedFilter = z.infer<typeof Saved>

/** On a phone there is room for so many. */
const AT_MOST = 12

interface SavedFilters {
  list(): readonly SavedFilter[]
  /** One of the same name is replaced. `false` where the phone has no room. */
  save(one: SavedFilter): boolean
  remove(name: string): void
}

/** The filters one person named for one community, on this phone. */
export function savedFilters(person: string, community: string): SavedFilters {
  const place = stored(`work-filters:${person}:${community}`, z.array(Saved))
  const list = () => place.read() ?? []
  const others = (name: string) => list().filter((one) => one.name !== name)
  return {
    list,
    save: (one) => place.write([one, ...others(one.name)].slice(0, AT_MOST)),
    remove: (name) => void place.write(others(name)),
  }
}

export const isNarrowed = ({ category, building, state }: Filter): boolean =>
  category !== undefined || building !== undefined || state !== undefined

import { CATEGORY_NAMES, type Category } from '#shared/complaints/categories.ts'
import { DEFAULT_SETTINGS, isOffered, Settings } from '#shared/complaints/settings.ts'
import { CATEGORIES } from '#shared/complaints/categories.ts'
import { api } from '#miniprogram/platform/api.ts'
import { stored } from '#miniprogram/platform/storage.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'

/** What may be filed in a community, as it is called there. */
export interface Kinds {
  readonly settings: Settings
  readonly offered: readonly Category[]
  readonly nameOf: (category: Category) => string
  /** Something was switched off meanwhile. */
  readonly reload: () => Promise<void>
}

/** As the community decided last; without a network as this phone last heard of it. */
export function useKinds(community: string): Kinds {
  const heard = stored(`complaint-settings:${community}`, Settings)
  const { data, reload } = useQuery(`complaint settings ${community}`, async () => {
    const { settings } = await api.complaints.settings({ community })
    heard.write(settings)
    return settings
  })
  const settings = data ?? heard.read() ?? DEFAULT_SETTINGS
  return {
    settings,
    reload,
    offered: CATEGORIES.filter((category) => isOffered(settings, category)),
    nameOf: (category) =>
      settings.categories.find((one) => one.category === category)?.name ??
      CATEGORY_NAMES[category],
  }
}

import { useState } from 'react'
import type { SettingsVersion } from '#shared/complaints/settings.ts'
import { mergeSettings } from '#shared/complaints/settings-merge.ts'
import { isSame } from '#shared/complaints/settings-parts.ts'
import { Settings } from '#shared/complaints/settings.ts'
import * as z from '#shared/kernel/zod.ts'
import { api } from '#miniprogram/platform/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { draftsOf, useDrafts } from '#miniprogram/platform/drafts.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useQuery, type Query } from '#miniprogram/platform/use-query.ts'

const Content = z.object({
  /** The version that was looked at. */
  version: z.int(),
  base: Settings,
  settings: Settings,
  /** Own changes that gave way to somebody else's, until they were looked at. */
  lost: z.array(z.string()),
})
type Content = z.infer<typeof Content>

export interface SettingsDraft {
  readonly query: Query<SettingsVersion>
  /** As they will be once they are saved; as they are where nothing was changed. */
  readonly settings: Settings | undefined
  /** What was changed and not saved yet, on this phone only. */
  readonly begun: Content | undefined
  /** Goes with it when it is saved: another one after each change. */
  readonly key: string | undefined
  readonly change: (to: (old: Settings) => Settings) => void
  readonly forget: () => void
  /** Makes one's own changes anew on what somebody else saved meanwhile. */
  readonly rebase: (current: SettingsVersion) => void
  /** `false` where the phone has no room for it. */
  readonly isKept: boolean
}

/** The settings that hold, and what is being changed of them: the same on every page of theirs. */
export function useSettingsDraft({
  person,
  community,
}: Pick<Identity, 'person' | 'community'>): SettingsDraft {
  const query = useQuery(`complaint settings ${community}`, () =>
    api.complaints.settings({ community }),
  )
  const drafts = draftsOf(person, `complaint-settings:${community}`, Content)
  const [draft] = useDrafts(drafts)
  const [isKept, setIsKept] = useState(true)

  const write = (content: Content): void => {
    const [old] = drafts.list()
    if (isSame(content.settings, content.base) && content.lost.length === 0) {
      if (old) drafts.remove(old.id)
      return
    }
    setIsKept(
      drafts.save({ ...(old ?? drafts.begin(content)), key: newKey(), content }) !== undefined,
    )
  }
  return {
    query,
    settings: draft?.content.settings ?? query.data?.settings,
    begun: draft?.content,
    key: draft?.key,
    isKept,
    change(to) {
      const begun = drafts.list()[0]?.content ?? begunOn(query.data)
      if (begun) write({ ...begun, settings: to(begun.settings) })
    },
    forget() {
      if (draft) drafts.remove(draft.id)
    },
    rebase(current) {
      if (!draft) return
      const { base, settings: mine } = draft.content
      const { settings, lost } = mergeSettings(base, mine, current.settings)
      write({ ...begunFrom(current), settings, lost: [...lost] })
    },
  }
}

const begunFrom = ({ version, settings }: SettingsVersion): Content => ({
  ...{ version, settings, base: settings },
  lost: [],
})
const begunOn = (current: SettingsVersion | undefined): Content | undefined =>
  current && begunFrom(current)

import type { complaints } from '#shared/complaints/contract.ts'
import { keepingGone, problemIn } from '#shared/complaints/settings-check.ts'
import type { SettingsVersion } from '#shared/complaints/settings.ts'
import type { Input } from '#shared/kernel/route.ts'
import { ROLE_NAMES } from '#shared/kernel/permissions.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { actorBy } from './actor.ts'
import type { Complaints } from './repository.ts'
import {
  listSettings,
  readSettings,
  saveSettings,
  type SettingsOffers,
  type StoredSettings,
} from './settings.ts'

const MOST_VERSIONS = 50

/** Categories, periods, departments, templates: each change a version, none lost. */
export const settingsHandlers = (settings: SettingsOffers) => ({
  settings: async (_: unknown, { repository }: Call<Complaints>): Promise<SettingsVersion> =>
    readSettings(repository.table, repository.community),

  async settingsVersions(_: unknown, { repository }: Call<Complaints>) {
    const { table, community } = repository
    return { items: [...(await listSettings(table, community, MOST_VERSIONS))] }
  },

  async changeSettings(
    { version, settings: wanted }: Input<typeof complaints.changeSettings>,
    call: Call<Complaints>,
  ): Promise<SettingsVersion> {
    const { repository, key, now } = call
    const { table, community } = repository
    const problem = problemIn(wanted)
    if (problem !== undefined) throw new RefusedError('complaints.settings_invalid', { problem })
    const current = await readSettings(table, community)
    if (current.madeBy && isRepetition(current.madeBy, key)) return current
    if (current.version !== version) throw stale(current)
    const { role, name } = actorBy('complaint:settings', call)
    const next: StoredSettings = {
      version: version + 1,
      changedAt: now.toISOString(),
      changedBy: `${ROLE_NAMES[role]} ${name}`,
      settings: keepingGone(current.settings, wanted),
      madeBy: { id: key.id, request: key.request },
    }
    try {
      await saveSettings(table, community, current, next)
    } catch (err) {
      if (err instanceof ConflictError) throw stale(await readSettings(table, community))
      throw err
    }
    settings.forget(community)
    return next
  },
})

const stale = ({ version, changedBy = '别人' }: StoredSettings): RefusedError =>
  new RefusedError('complaints.settings_stale', { who: changedBy, version })

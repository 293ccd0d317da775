import type { Terms } from '#shared/complaints/rules/terms.ts'
import {
  DEFAULT_SETTINGS,
  periodsFor,
  Settings,
  SettingsVersion,
} from '#shared/complaints/settings.ts'
import * as z from '#shared/kernel/zod.ts'
import { calendarDirectory } from '../clocks/offers.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError, type Item, type Table } from '../platform/table/table.ts'

// COMPLAINTSETTINGS#<community> | CURRENT        what holds now
// COMPLAINTSETTINGS#<community> | V#<version>    each former version, written before another takes its place
const FORMAT = 1

const Stored = SettingsVersion.extend({
  madeBy: z.object({ id: z.string(), request: z.string() }).optional(),
})
export type StoredSettings = z.infer<typeof Stored>

const partition = (community: string): string => `COMPLAINTSETTINGS#${community}`
const currentKey = (community: string) => ({ pk: partition(community), sk: 'CURRENT' })
const versionKey = (version: number): string => `V#${String(version).padStart(6, '0')}`

const UNCHANGED: StoredSettings = { version: 0, settings: DEFAULT_SETTINGS }

export async function readSettings(table: Table, community: string): Promise<StoredSettings> {
  const item = await table.get(currentKey(community))
  return item ? Stored.parse(item.data) : UNCHANGED
}

const itemOf = (community: string, sk: string, version: number, data: StoredSettings): Item => ({
  pk: partition(community),
  sk,
  version,
  v: FORMAT,
  data,
})

/**
 * Keeps what held, then puts the next in its place: no version is ever lost.
 * @throws ConflictError where somebody else changed them since
 */
export async function saveSettings(
  table: Table,
  community: string,
  current: StoredSettings,
  next: StoredSettings,
): Promise<void> {
  const former = itemOf(community, versionKey(current.version), 1, current)
  await table.put(former).catch((err: unknown) => {
    // The same version is the same whoever keeps it.
    if (!(err instanceof ConflictError)) throw err
  })
  await table.put(itemOf(community, 'CURRENT', next.version, next))
}

/** Latest first, at most so many. */
export async function listSettings(
  table: Table,
  community: string,
  limit: number,
): Promise<readonly StoredSettings[]> {
  const { items } = await table.query(partition(community), { prefix: 'V#', reverse: true, limit })
  const former = items.map(({ data }) => Stored.parse(data))
  const current = await readSettings(table, community)
  return [current, ...former.filter(({ version }) => version < current.version)]
}

// Periods hardly ever change, and a clock keeps a copy of the one it began with.
const FRESH_MS = 10_000

export interface SettingsOffers {
  of(community: string): Promise<Settings>
  /** By which clocks of a complaint begin. */
  terms(complaint: { readonly community: string; readonly category: string }): Promise<Terms>
  /** Forgets what was remembered of a community: its settings have just been changed. */
  forget(community: string): void
}

/** Settings by community, remembered for a few seconds. */
export function settingsOffers({ table, now }: Pick<Ports, 'table' | 'now'>): SettingsOffers {
  const calendars = calendarDirectory({ table, now })
  const known = new Map<string, { readonly at: number; readonly settings: Settings }>()
  const of = async (community: string): Promise<Settings> => {
    const at = now().getTime()
    const held = known.get(community)
    if (held && Math.abs(at - held.at) < FRESH_MS) return held.settings
    const { settings } = await readSettings(table, community)
    known.set(community, { at, settings })
    return settings
  }
  return {
    of,
    async terms({ community, category }) {
      const settings = await of(community)
      const { officeHours } = settings
      const calendar = await calendars.calendar()
      return { calendar, rules: periodsFor(settings, category), officeHours }
    },
    forget: (community) => void known.delete(community),
  }
}

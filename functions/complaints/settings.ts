import { calendarOf } from '#shared/clocks/calendar.ts'
import { YEAR_TABLES } from '#shared/clocks/years.ts'
import type { Terms } from '#shared/complaints/rules/terms.ts'
import {
  DEFAULT_SETTINGS,
  periodsFor,
  Settings,
  SettingsVersion,
} from '#shared/complaints/settings.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Ports } from '../platform/ports.ts'
import type { Item, Table } from '../platform/table/table.ts'

// COMPLAINTSETTINGS#<community> | CURRENT        what holds now
// COMPLAINTSETTINGS#<community> | V#<version>    every version, written before it holds; never changes
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

/** @throws ConflictError where somebody else changed them since */
export async function saveSettings(
  table: Table,
  community: string,
  next: StoredSettings,
): Promise<void> {
  const item = (sk: string, version: number): Item => ({
    pk: partition(community),
    sk,
    version,
    v: FORMAT,
    data: next,
  })
  await table.put(item('CURRENT', next.version))
  // A version that a crash kept from its own item is written again by whoever lists them: it still holds.
  await table.putNew([item(versionKey(next.version), 1)])
}

/** Latest first, at most so many. */
export async function listSettings(
  table: Table,
  community: string,
  limit: number,
): Promise<readonly StoredSettings[]> {
  const { items } = await table.query(partition(community), {
    prefix: 'V#',
    reverse: true,
    limit,
  })
  return items.map(({ data }) => Stored.parse(data))
}

// Periods hardly ever change, and a clock keeps a copy of the one it began with.
const FRESH_MS = 10_000
const CALENDAR = calendarOf(YEAR_TABLES)

export interface SettingsOffers {
  of(community: string): Promise<Settings>
  /** By which clocks of a complaint begin. */
  terms(complaint: { readonly community: string; readonly category: string }): Promise<Terms>
  /** Forgets what was remembered of a community: its settings have just been changed. */
  forget(community: string): void
}

/** Settings by community, remembered for a few seconds. */
export function settingsOffers({ table, now }: Pick<Ports, 'table' | 'now'>): SettingsOffers {
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
      return { calendar: CALENDAR, rules: periodsFor(settings, category), officeHours }
    },
    forget: (community) => void known.delete(community),
  }
}

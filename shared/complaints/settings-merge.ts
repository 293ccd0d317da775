import { settingsChanges, settingsDiff } from './settings-diff.ts'
import {
  isSame,
  movedOf,
  settingsParts,
  type OrderedList,
  type Part,
  type Parts,
} from './settings-parts.ts'
import type { Settings } from './settings.ts'

export interface Merged {
  /** Theirs, with what the person changed where they did not touch the same. */
  readonly settings: Settings
  /** What they changed meanwhile, in plain words. */
  readonly theirs: readonly string[]
  /** What of the person's own changes gave way, in plain words: to be looked at again. */
  readonly lost: readonly string[]
}

/**
 * Somebody else saved first: one's own changes are made anew on what they saved. Where both touched the same, theirs holds.
 */
export function mergeSettings(base: Settings, mine: Settings, theirs: Settings): Merged {
  const [old, own, other] = [settingsParts(base), settingsParts(mine), settingsParts(theirs)]
  const isTouched = (parts: Parts, key: string): boolean => !isSame(parts.get(key), old.get(key))
  const keys = [...new Set([...old.keys(), ...own.keys(), ...other.keys()])]
  const ours = keys.filter((key) => isTouched(own, key) && !isTouched(other, key))
  const parts = keys.flatMap((key) => (ours.includes(key) ? own : other).get(key) ?? [])
  const [byMe, byThem] = [movedOf(base, mine), movedOf(base, theirs)]
  const moved = byMe.filter((list) => !byThem.includes(list))
  const settings = assembled(parts, { theirs, mine, moved })
  const gaveWay = new Set<string>([
    ...keys.filter((key) => isTouched(own, key) && isTouched(other, key)),
    ...byMe.filter((list) => byThem.includes(list)),
  ])
  const differing = new Set(settingsChanges(settings, mine).map(({ key }) => key))
  const lost = settingsChanges(base, mine)
    .filter(({ key }) => gaveWay.has(key) && differing.has(key))
    .flatMap(({ words }) => words)
  return { settings, theirs: settingsDiff(base, theirs), lost }
}

interface Sides {
  readonly theirs: Settings
  readonly mine: Settings
  /** Lists whose order is the person's own. */
  readonly moved: readonly OrderedList[]
}

type Of<K extends Part['kind']> = Extract<Part, { kind: K }>

const ofKind = <K extends Part['kind']>(parts: readonly Part[], kind: K): Of<K>[] =>
  parts.filter((one): one is Of<K> => one.kind === kind)

/** Puts parts together again. */
function assembled(parts: readonly Part[], { theirs, mine, moved }: Sides): Settings {
  const lead = (list: OrderedList): Settings => (moved.includes(list) ? mine : theirs)
  const categories = ofKind(parts, 'category').map(({ category, name, on, departments }) => ({
    ...{ category, name, on, departments },
    periods: Object.fromEntries(
      ofKind(parts, 'category_period')
        .filter((one) => one.category === category)
        .map(({ clock, rule }) => [clock, rule]),
    ),
  }))
  const departments = ofKind(parts, 'department').map(({ id, name, gone }) => ({
    ...{ id, name },
    ...(gone && { gone }),
  }))
  const hours = ofKind(parts, 'office_hours')[0]?.hours
  return {
    categories: inOrder(categories, lead('类别').categories, ({ category }) => category),
    periods: Object.fromEntries(ofKind(parts, 'period').map(({ clock, rule }) => [clock, rule])),
    departments: inOrder(departments, lead('部门').departments, ({ id }) => id),
    templates: inOrder(
      ofKind(parts, 'template').map(({ name, text }) => ({ name, text })),
      lead('常用回复').templates,
      ({ name }) => name,
    ),
    publicList: ofKind(parts, 'public_list')[0]?.on ?? theirs.publicList,
    ...(hours && { officeHours: hours }),
  }
}

/** As the leading list has them; what it does not have comes last. */
function inOrder<T>(all: readonly T[], lead: readonly T[], nameOf: (one: T) => string): T[] {
  const names = lead.map(nameOf)
  const place = (one: T): number => {
    const at = names.indexOf(nameOf(one))
    return at < 0 ? names.length : at
  }
  return [...all].sort((a, b) => place(a) - place(b))
}

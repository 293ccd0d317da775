import type {
  Import,
  Preview,
  RegisterFigures,
  SameNames,
  UnitShown,
  Version,
} from '#shared/register/terms.ts'
import { NOW } from './server.fixture.ts'

const figures: RegisterFigures = {
  units: 1_440,
  parking: 300,
  totalAreaCenti: 12_898_080,
  heads: 1_249,
  developerUnits: 24,
  coOwnedUnits: 310,
}

const who = { at: NOW, by: '周敏' }

export const versionWith = (facts: Partial<Version> = {}): Version => ({
  version: 2,
  act: 'import',
  ...who,
  figures,
  file: '锦绣名册.xlsx',
  undoable: true,
  ...facts,
})

export const previewWith = (facts: Partial<Preview> = {}): Preview => ({
  sha256: 'a'.repeat(64),
  comparedWith: 1,
  unchanged: false,
  certain: true,
  added: 3,
  changed: 2,
  removed: 0,
  problems: 0,
  doubts: 0,
  sameNames: 0,
  figures,
  before: { ...figures, units: 1_437 },
  sheets: [{ name: '房屋', taken: 1_740, skipped: 12 }],
  leftOut: [],
  ...facts,
})

export const importWith = (facts: Partial<Import> = {}): Import => ({
  import: 'i1',
  state: 'ready',
  file: '锦绣名册.xlsx',
  ...who,
  ...facts,
})

export const unitWith = (facts: Partial<UnitShown> = {}): UnitShown => ({
  unit: '1-2-801',
  building: '1',
  kind: 'home',
  areaCenti: 8_957,
  areaSource: 'register',
  status: 'delivered',
  owners: [{ key: 'zhang', name: '张*', organisation: false }],
  ...facts,
})

/** `张伟`, so many times, each with a home and a key of their own. */
export const groupOf = (count: number): SameNames => ({
  name: '张伟',
  owners: Array.from({ length: count }, (_, i) => ({
    key: `zhang${i + 1}`,
    units: [`${i + 1}-1-101`],
    phoneLast4: `000${i + 1}`,
  })),
})

import { BEIJING, HANGZHOU, SHANGHAI } from './cities.ts'
import { DEMO } from './demo.ts'
import { NATIONAL } from './national.ts'
import type { RuleProfile } from './profile.ts'
import { HUNAN, NINGXIA, SICHUAN } from './provinces.ts'

/** Every version ever published, so that a community's reference always finds its rules. */
export const PROFILES: readonly RuleProfile[] = [
  NATIONAL,
  BEIJING,
  SHANGHAI,
  HANGZHOU,
  SICHUAN,
  NINGXIA,
  HUNAN,
  DEMO,
]

export const profileOf = (id: string, version: number): RuleProfile | undefined =>
  PROFILES.find((profile) => profile.id === id && profile.version === version)

import { DEMO } from './demo.ts'
import { NATIONAL } from './national.ts'
import type { RuleProfile } from './profile.ts'

/** Every version ever published, so that a community's reference always finds its rules. */
export const PROFILES: readonly RuleProfile[] = [NATIONAL, DEMO]

export const profileOf = (id: string, version: number): RuleProfile | undefined =>
  PROFILES.find((profile) => profile.id === id && profile.version === version)

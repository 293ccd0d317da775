import { profileOf } from '#shared/votes/profiles/index.ts'
import { valuesOf, type RuleValues } from '#shared/votes/profiles/profile.ts'

export interface KnownRules extends RuleValues {
  readonly name: string
  readonly fictitious: boolean
}

/** The rules behind a profile's name. An older package may not know a newer version of them. */
export function rulesOf({
  id,
  version,
}: {
  readonly id: string
  readonly version: number
}): KnownRules | undefined {
  const profile = profileOf(id, version)
  return profile && { name: profile.name, fictitious: profile.fictitious, ...valuesOf(profile) }
}

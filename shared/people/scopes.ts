/** For what a role may be given: a community, all that a company manages, all of a street or district, everything. */
export const SCOPES = ['community', 'company', 'street', 'district', 'platform'] as const
export type Scope = (typeof SCOPES)[number]

export const SCOPE_NAMES: Readonly<Record<Scope, string>> = {
  community: '小区',
  company: '物业企业',
  street: '街道',
  district: '区县',
  platform: '平台',
}

/** The one place of the scope `platform`. */
export const PLATFORM = 'platform'

/** One place roles are given for. */
export interface Place {
  readonly scope: Scope
  readonly of: string
}

/** As audit chains and lists of roles name it: a community by its id alone. */
export const placeName = ({ scope, of }: Place): string => {
  if (scope === 'community') return of
  return scope === 'platform' ? PLATFORM : `${scope}:${of}`
}

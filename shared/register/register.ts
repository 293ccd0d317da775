import * as z from '#shared/kernel/zod.ts'

/** 解释(法释〔2009〕7 号) art. 8: the area of the register counts, else that of the survey, else that of the contract. */
export const AREA_SOURCES = ['register', 'survey', 'contract'] as const
export type AreaSource = (typeof AREA_SOURCES)[number]

/** 民法典 §297: 共同共有 (`joint`) or 按份共有 (`by_shares`). */
export const CO_OWNERSHIPS = ['joint', 'by_shares'] as const
export type CoOwnership = (typeof CO_OWNERSHIPS)[number]

/** `part` of `of`: an exact ratio of integers. */
const Share = z.object({ owner: z.string(), part: z.int().positive(), of: z.int().positive() })

export const RegisterUnit = z.object({
  /** Canonical, `1-2-801`; what other features know the unit by. */
  label: z.string(),
  building: z.string(),
  /** `parking` is what belongs to no count of heads unless the rules say so: parking spaces, and storerooms. */
  kind: z.enum(['home', 'commercial', 'parking']),
  /** 0.01 m². */
  areaCenti: z.int().positive(),
  /** Where the area comes from; absent in versions from before it was kept, which is `register`. */
  areaSource: z.enum(AREA_SOURCES).optional(),
  status: z.enum(['delivered', 'unsold', 'sold_undelivered']),
  /** Keys of its owners, sorted. Of an undelivered unit: of its buyers, who are no owners yet. */
  owners: z.array(z.string()),
  /** How several owners own it, where the register says so. */
  coOwnership: z.enum(CO_OWNERSHIPS).optional(),
  /** Of owners by shares, where the register says them: one each, together a whole. By key of owner. */
  shares: z.array(Share).optional(),
  /** Key of who still holds it, unless it is delivered. */
  developer: z.string().optional(),
  /** Key of the owner who votes for all of them. */
  representative: z.string().optional(),
})
export type RegisterUnit = z.infer<typeof RegisterUnit>

const Masked = z.object({ hash: z.string(), last4: z.string() })

/** Numbers are kept only as a keyed hash and the last four. */
export const RegisterOwner = z.object({
  key: z.string(),
  name: z.string(),
  organisation: z.boolean(),
  identity: Masked.optional(),
  phones: z.array(Masked),
})
export type RegisterOwner = z.infer<typeof RegisterOwner>

/** `name` as people say it, `1栋`; `building` as units have it, `1`. In the register's order. */
export const RegisterBuilding = z.object({
  building: z.string(),
  name: z.string(),
  units: z.int(),
})
export type RegisterBuilding = z.infer<typeof RegisterBuilding>

/** A whole register, as one version of it is stored. Units and owners in their keys' order. */
export interface Register {
  readonly units: readonly RegisterUnit[]
  readonly owners: readonly RegisterOwner[]
  readonly buildings: readonly RegisterBuilding[]
}

import * as z from '#shared/kernel/zod.ts'

export const RegisterUnit = z.object({
  /** Canonical, `1-2-801`; what other features know the unit by. */
  label: z.string(),
  building: z.string(),
  kind: z.enum(['home', 'commercial', 'parking']),
  /** 0.01 m². */
  areaCenti: z.int().positive(),
  status: z.enum(['delivered', 'unsold', 'sold_undelivered']),
  /** Keys of its owners, sorted. Of an undelivered unit: of its buyers, who are no owners yet. */
  owners: z.array(z.string()),
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

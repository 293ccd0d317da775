import { Id } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { HelperTie } from './terms.ts'

/** The register's label of a unit, `1-2-801`. */
const Unit = z.string().min(1).max(40)
export const home = { community: Id, unit: Unit }
export const ofBinding = { ...home, binding: Id }

/** A place as a person says it; building by its name, the others may be empty. */
export const said = {
  community: Id,
  building: text(0, 20),
  unit: text(0, 20).default(''),
  room: text(1, 20),
  /** As it stands on the register. */
  name: text(2, 40),
}

export const words = text(0, 300).optional()
export const Secret = z.string().min(8).max(24)

/** Who is to help, by the name they will give themselves when they accept. */
export const Helper = z.strictObject({ name: text(2, 40), tie: HelperTie })

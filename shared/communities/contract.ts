import { contract, Id } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** A rule profile by name; `fictitious` ones hold for demonstrations only and say so on screen. */
const ProfileName = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  fictitious: z.boolean(),
})

export const Community = z.object({
  id: z.string(),
  /** Starts every public number of the community. */
  code: z.string(),
  name: z.string(),
  street: z.string(),
  streetName: z.string(),
  /** Absent where nobody has said in which district it lies. */
  district: z.string().optional(),
  districtName: z.string().optional(),
  propertyCompany: z.string(),
  /** The property company's id; absent where none is known by one. */
  company: z.string().optional(),
  profile: ProfileName,
  /** Names of buildings in the register's order. */
  buildings: z.array(z.string()),
})
export type Community = z.infer<typeof Community>

export const communities = contract({
  get: {
    method: 'GET',
    path: '/communities/:community',
    summary: 'A community: name, street, property company, rule profile, buildings',
    access: 'community:read',
    helpers: true,
    input: z.strictObject({ community: Id }),
    output: Community,
  },
})

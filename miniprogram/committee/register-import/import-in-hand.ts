import * as z from '#shared/kernel/zod.ts'
import { stored, type Stored } from '#miniprogram/platform/storage.ts'

/** The import a person is at, and what they decided of it: keys of owners only, no names. */
const InHand = z.object({
  import: z.string(),
  /** Each list is one person. Owners of one list only are another than all others. */
  same: z.array(z.array(z.string())),
})
export type InHand = z.infer<typeof InHand>

export const importInHand = (person: string, community: string): Stored<InHand> =>
  stored(`register-import:${person}:${community}`, InHand)

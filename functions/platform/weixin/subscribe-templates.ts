import * as z from '#shared/kernel/zod.ts'

const Id = z.string().regex(/^[\w-]{10,64}$/)
const KEY = /^([a-z_]+?)\d+$/
const kindOf = (key: string): string | undefined => KEY.exec(key)?.[1]

/** Our key of a field → the one that WeChat's console gave the same kind of field. */
const Keys = z
  .record(z.string().regex(KEY), z.string().regex(KEY))
  .refine((keys) => Object.entries(keys).every(([ours, theirs]) => kindOf(ours) === kindOf(theirs)))

const Template = z.union([
  Id.transform((id) => ({ id, keys: {} })),
  z.strictObject({ id: Id, keys: Keys.default({}) }),
])
const Templates = z.record(z.string().regex(/^[a-z_]{1,40}$/), Template)

/** As WeChat's console gave them, by our names: an id, and keys where they are not the ones we expect. */
export type SubscribeTemplates = Readonly<
  Record<string, { readonly id: string; readonly keys: Readonly<Record<string, string>> }>
>

/**
 * `{"complaint_progress": "<id>"}`, or `{"complaint_progress": {"id": "<id>", "keys": {"thing2": "thing8"}}}`.
 * @throws Error where it is of another form
 */
export function readSubscribeTemplates(given: unknown): SubscribeTemplates {
  const { data } = Templates.safeParse(given)
  if (data) return data
  throw new Error(
    'templates are {"name": "id"} or {"name": {"id", "keys": {"thing2": "thing8"}}}, keys of the same kind',
  )
}

/** The fields under the keys that this deployment's template has. */
export const underTheirKeys = (
  fields: Readonly<Record<string, string>>,
  keys: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [keys[key] ?? key, value]))

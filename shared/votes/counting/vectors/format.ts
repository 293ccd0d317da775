import * as z from '#shared/kernel/zod.ts'
import { headKeyOf } from '../heads.ts'

const Name = z.string().min(1)

// The key of a set of co-owners is its names joined by `+`: a name with one could pass for another set.
const Person = Name.refine((name) => !name.includes('+'), "an owner's name holds no +")

const areDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length
const Owners = z.array(Person).min(1).refine(areDistinct, 'names an owner twice')

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const isRealInstant = (text: string): boolean => {
  const time = Date.parse(text)
  // The engine takes 31 April for 1 May and 24:00 for the next day: only a date that comes back is real.
  return !Number.isNaN(time) && new Date(time).toISOString() === text.replace('Z', '.000Z')
}
/** `2026-03-18T08:00:00Z`, read as ms since 1970. */
const Instant = z
  .string()
  .refine(
    (text) => INSTANT.test(text) && isRealInstant(text),
    'expected a time YYYY-MM-DDThh:mm:ssZ',
  )
  .transform((text) => Date.parse(text))

export const VectorUnit = z.strictObject({
  id: Name,
  areaCenti: z.int().positive(),
  owners: Owners,
  status: z.enum(['delivered', 'unsold', 'sold_undelivered']),
  kind: z.enum(['home', 'commercial', 'parking']),
})
export type VectorUnit = z.output<typeof VectorUnit>

const VectorProxy = z.strictObject({ principal: Person, agent: Person, written: z.boolean() })

const VectorBallot = z.strictObject({
  by: Person,
  onBehalfOf: Person.nullable(),
  units: z.array(Name).min(1).nullable(),
  choice: z.enum(['for', 'against', 'abstain', 'blank', 'double']),
  channel: z.enum(['electronic', 'paper']),
  signed: z.boolean(),
  at: Instant,
})

/** An object read by its own names as entries: `__proto__` and `constructor` are names like others. */
const entries = <T>(value: Record<string, T>): [string, T][] => Object.entries(value)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const Named = z.custom<Record<string, unknown>>(isObject, 'expected an object').transform(entries)

/** By the key of their head, whatever order the file names the co-owners in. */
const Representatives = Named.transform((named, context) => {
  const chosen = new Map<string, string>()
  for (const [set, value] of named) {
    const refuse = (message = 'invalid') =>
      context.addIssue({ code: 'custom', path: [set], message, input: value })
    const owners = Owners.safeParse(set.split('+'))
    const representative = Person.safeParse(value)
    if (!owners.success) refuse(owners.error.issues[0]?.message)
    else if (!representative.success) refuse(representative.error.issues[0]?.message)
    else if (!owners.data.includes(representative.data)) refuse('is outside the set it represents')
    else if (chosen.has(headKeyOf(owners.data))) refuse('names a set named before')
    else chosen.set(headKeyOf(owners.data), representative.data)
  }
  return chosen
})

const count = z.int().nonnegative()
const VectorExpect = z.strictObject({
  totalAreaCenti: count,
  totalHeads: count,
  participatingAreaCenti: count,
  participatingHeads: count,
  forAreaCenti: count,
  forHeads: count,
  againstAreaCenti: count,
  againstHeads: count,
  abstainAreaCenti: count,
  abstainHeads: count,
  quorumArea: z.boolean(),
  quorumHeads: z.boolean(),
  majorityArea: z.boolean(),
  majorityHeads: z.boolean(),
  result: z.enum(['PASSED', 'REJECTED', 'NO_QUORUM']),
})

/** What is expected decides nothing, so a table that is still to be counted may leave it out, and its note. */
export const VectorCase = z.strictObject({
  id: Name,
  community: z.string(),
  note: z.string().optional(),
  item: z.strictObject({
    class: z.enum(['ordinary', 'special']),
    scopeUnits: z.array(Name).nullable(),
  }),
  policy: z.strictObject({
    parkingCounted: z.boolean(),
    silent: z.enum(['NOT_PARTICIPATING', 'PARTICIPATES_AS_ABSTAIN', 'FOLLOWS_MAJORITY']),
    revote: z.enum(['LAST_BEFORE_CLOSE', 'FIRST_FINAL']),
    proxyCap: count.nullable(),
    closesAt: Instant,
  }),
  served: z.array(Person),
  representatives: Representatives,
  proxies: z.array(VectorProxy),
  ballots: z.array(VectorBallot),
  expect: VectorExpect.optional(),
})
export type VectorCase = z.output<typeof VectorCase>

/** The outer shape; units and cases are read one by one, so that one bad case does not hide another. */
export const VectorOutline = z.strictObject({ communities: Named, cases: z.array(z.unknown()) })

import type * as z from '#shared/kernel/zod.ts'
import { crossProblems } from './cross-references.ts'
import { VectorCase, VectorOutline, VectorUnit } from './format.ts'
import { readStrictJson, type Path, type Problem } from './strict-json.ts'

interface VectorFile {
  readonly communities: ReadonlyMap<string, readonly VectorUnit[]>
  readonly cases: readonly VectorCase[]
}

export type VectorReading =
  | { readonly ok: true; readonly file: VectorFile }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads a file of vote vectors whole, or says everything that is wrong with it. */
export function readVectorFile(text: string): VectorReading {
  const json = readStrictJson(text)
  if (!json.ok) return { ok: false, problems: [{ path: [], message: json.message }] }
  const problems: Problem[] = [...json.problems]
  const outline = take(VectorOutline, json.value, [], problems)
  if (outline === undefined) return { ok: false, problems }

  const communities = new Map<string, readonly VectorUnit[]>()
  for (const [name, units] of outline.communities)
    communities.set(name, takeEach(VectorUnit, units, ['communities', name], problems))
  const cases = takeEach(VectorCase, outline.cases, ['cases'], problems)
  problems.push(...crossProblems(outline))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, file: { communities, cases } }
}

function takeEach<S extends z.ZodType>(
  schema: S,
  list: unknown,
  path: Path,
  problems: Problem[],
): z.output<S>[] {
  if (!Array.isArray(list)) {
    problems.push({ path, message: 'expected an array' })
    return []
  }
  return list.flatMap((one: unknown, i) => take(schema, one, [...path, i], problems) ?? [])
}

function take<S extends z.ZodType>(
  schema: S,
  value: unknown,
  path: Path,
  problems: Problem[],
): z.output<S> | undefined {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) problems.push(...problemsOf(issue, path))
  return undefined
}

function problemsOf(issue: z.core.$ZodIssue, above: Path): Problem[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: 'unknown key' }))
  // JSON has no undefined: it is what a missing key reads as.
  if (issue.message.endsWith('received undefined')) return [{ path, message: 'is missing' }]
  return [{ path, message: issue.message }]
}

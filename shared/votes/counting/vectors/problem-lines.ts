import type { Path, Problem } from './strict-json.ts'

const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/

/** `cases[3].ballots[0].choice`; a name that would be hard to read, or break the line, stands quoted. */
export function formatPath(path: Path): string {
  let written = ''
  for (const step of path)
    if (typeof step === 'number') written += `[${step}]`
    else if (!PLAIN_NAME.test(String(step))) written += `[${JSON.stringify(String(step))}]`
    else written += written === '' ? String(step) : `.${String(step)}`
  return written
}

/** One line per problem. What concerns the whole file is said of its name. */
export const problemLine = (fileName: string, { path, message }: Problem): string =>
  `${path.length === 0 ? fileName : formatPath(path)}: ${message}`

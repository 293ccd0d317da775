/** Where in the file: `['cases', 3, 'ballots', 0, 'choice']`. */
export type Path = readonly PropertyKey[]

export interface Problem {
  readonly path: Path
  readonly message: string
}

/** `value` is what was read; `problems` is what `JSON.parse` passes over in silence. */
export type StrictJson =
  | { readonly ok: true; readonly value: unknown; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly message: string }

/** Reads JSON, and also finds repeated keys and numbers that lost their fraction in reading. */
export function readStrictJson(text: string): StrictJson {
  if (text.startsWith('\ufeff')) return { ok: false, message: 'starts with a byte order mark' }
  if (text.trim() === '') return { ok: false, message: 'is empty' }
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value, problems: scan(text) }
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error)
    return { ok: false, message: `is not JSON: ${why}` }
  }
}

interface Frame {
  /** Of an object: the keys seen so far. */
  readonly keys: Set<string> | undefined
  step: string | number
}

/** One pass over text known to be valid JSON, with a stack of its own: depth costs no recursion. */
function scan(text: string): Problem[] {
  const problems: Problem[] = []
  const frames: Frame[] = []
  const report = (message: string) =>
    problems.push({ path: frames.map((frame) => frame.step), message })

  for (let at = 0; at < text.length; at++) {
    const symbol = text.charAt(at)
    const frame = frames.at(-1)
    if (symbol === '"') {
      const end = endOfString(text, at)
      if (isKey(text, end)) enterKey(frame, JSON.parse(text.slice(at, end)) as string)
      at = end - 1
    } else if (symbol === '{') frames.push({ keys: new Set(), step: '' })
    else if (symbol === '[') frames.push({ keys: undefined, step: 0 })
    else if (symbol === '}' || symbol === ']') frames.pop()
    else if (symbol === ',') nextElement(frame)
    else if (isDigit(symbol)) at = checkNumber(at)
  }
  return problems

  function enterKey(frame: Frame | undefined, key: string): void {
    if (frame?.keys === undefined) return
    frame.step = key
    if (frame.keys.has(key)) report('duplicate key')
    frame.keys.add(key)
  }

  function checkNumber(from: number): number {
    let end = from + 1
    while (/[\d.eE+-]/.test(text.charAt(end))) end++
    const literal = text.slice(from, end)
    if (/^\d+\.\d*[1-9]\d*$/.test(literal) && Number.isInteger(Number(literal)))
      report('is not an integer')
    return end - 1
  }
}

function nextElement(frame: Frame | undefined): void {
  if (typeof frame?.step === 'number') frame.step++
}

const isDigit = (symbol: string): boolean => symbol >= '0' && symbol <= '9'

function endOfString(text: string, from: number): number {
  let at = from + 1
  while (text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1
  return at + 1
}

/** In valid JSON only a key is followed by a colon. */
function isKey(text: string, end: number): boolean {
  let at = end
  while (/\s/.test(text.charAt(at))) at++
  return text.charAt(at) === ':'
}

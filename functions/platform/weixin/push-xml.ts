/** An element's text, or its children by name; a name that comes several times has them in a list. */
export type XmlValue = string | { [name: string]: XmlValue } | XmlValue[]

const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.-]*)\s*(\/?)>|([^<]+)/y
const DEEPEST = 8
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

interface Open {
  readonly name: string
  text: string
  children: { [name: string]: XmlValue } | undefined
}

/**
 * What WeChat's XML says: elements and text only. No attributes, no declarations, so that nothing in it can refer to
 * anything. @returns the content of its one outer element, `undefined` where it is no such XML
 */
export function xmlOf(body: string): XmlValue | undefined {
  const outer: Open = { name: '', text: '', children: undefined }
  const open: Open[] = [outer]
  const reader = new RegExp(TOKEN)
  for (let end = 0; end < body.length; end = reader.lastIndex) {
    reader.lastIndex = end
    const token = reader.exec(body)
    if (!token || !take(open, token)) return undefined
  }
  const inner = Object.values(outer.children ?? {})
  return open.length === 1 && inner.length === 1 && outer.text.trim() === '' ? inner[0] : undefined
}

function take(open: Open[], [, cdata, slash, name, empty, text]: RegExpExecArray): boolean {
  const top = open[open.length - 1]
  if (!top) return false
  if (name === undefined) {
    top.text += cdata ?? decoded(text ?? '')
    return true
  }
  if (slash === '/') return top.name === name && empty === '' && close(open)
  if (open.length > DEEPEST) return false
  open.push({ name, text: '', children: undefined })
  return empty === '' || close(open)
}

function close(open: Open[]): boolean {
  const closed = open.pop()
  const parent = open[open.length - 1]
  if (!closed || !parent || closed.name === '__proto__') return false
  const value = closed.children ?? closed.text
  // Without a prototype no name means anything but what it was given.
  const children = (parent.children ??= Object.create(null) as { [name: string]: XmlValue })
  const before = children[closed.name]
  if (before === undefined) children[closed.name] = value
  else children[closed.name] = Array.isArray(before) ? [...before, value] : [before, value]
  return true
}

const decoded = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole)

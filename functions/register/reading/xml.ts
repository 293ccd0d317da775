import { SaxesParser } from 'saxes'
import { RefusedError } from '../../platform/http/refused-error.ts'

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: `x:row` and `row` are the same to a spreadsheet. */
export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/** Nothing a spreadsheet writes nests deeper than a few dozen levels. */
const DEEPEST = 64

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Parses XML as it arrives.
 * @throws RefusedError `unsafe_content` for a DOCTYPE (entities could grow without end), `file_damaged` otherwise
 */
export async function parseXml(
  pieces: AsyncIterable<string>,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  })
  let depth = 0
  parser.on('doctype', () => {
    throw new RefusedError('register.unsafe_content')
  })
  parser.on('error', (cause) => {
    throw new RefusedError('register.file_damaged', {}, { cause })
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > DEEPEST) throw new RefusedError('register.unsafe_content')
    handlers.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    handlers.close?.(localName(name))
  })
  if (handlers.text) {
    const onText = handlers.text.bind(handlers)
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  for await (const piece of pieces) parser.write(piece)
  parser.close()
}

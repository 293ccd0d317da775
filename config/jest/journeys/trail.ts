// Below one element of a page in the stand-in for WeChat, where the same words stand in several.
import type { Host } from '../weapp-host.cjs'

interface Node {
  readonly v?: string
  readonly cn?: readonly Node[]
}

/** Taps what says exactly these words inside the element of this id. */
export function mark(host: Host, id: string, words: string): void {
  const found = saying(host.byId(id), words)
  if (!found) throw new Error(`#${id} does not say “${words}”: ${host.text()}`)
  host.fire(found, 'tap', { x: 1, y: 1 })
}

function saying(node: Node | undefined, words: string): Node | undefined {
  if (node?.cn?.some((child) => child.v === words)) return node
  for (const child of node?.cn ?? []) {
    const found = saying(child, words)
    if (found) return found
  }
  return undefined
}

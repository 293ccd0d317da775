import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { PAD, type Strokes } from '../signature.ts'

/** Of the drawing as JSON: it is kept for years beside each ballot. */
export const SIGNATURE_BYTES = 8_000

/** A dot or a slip of the finger is no name. */
const LEAST = { points: 8, width: PAD.width / 8, height: PAD.height / 12 } as const

type NotSigned =
  | 'votes.signature_missing'
  | 'votes.signature_unreadable'
  | 'votes.signature_too_small'
  | 'votes.signature_too_large'

const isOnPad = (stroke: readonly number[]): boolean =>
  stroke.length % 2 === 0 &&
  stroke.every((at, n) => Number.isInteger(at) && at >= 0 && at <= limitOf(n))

const limitOf = (n: number): number => (n % 2 === 0 ? PAD.width : PAD.height)

/** Whether a drawing can stand under a ballot as a name: 建房〔2009〕274号 art. 22 asks for the owner's own hand. */
export function isSignature(strokes: Strokes | undefined): Decision<Strokes, NotSigned> {
  if (!strokes?.some((stroke) => stroke.length > 0)) return refuse('votes.signature_missing')
  if (!strokes.every(isOnPad)) return refuse('votes.signature_unreadable')
  if (JSON.stringify(strokes).length > SIGNATURE_BYTES) {
    return refuse('votes.signature_too_large')
  }
  return isLargeEnough(strokes) ? accept(strokes) : refuse('votes.signature_too_small')
}

function isLargeEnough(strokes: Strokes): boolean {
  const all = strokes.flat()
  const span = (axis: 0 | 1): number => {
    const along = all.filter((_, n) => n % 2 === axis)
    return Math.max(...along) - Math.min(...along)
  }
  return all.length / 2 >= LEAST.points && span(0) >= LEAST.width && span(1) >= LEAST.height
}

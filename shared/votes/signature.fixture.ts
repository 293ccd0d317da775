import type { Strokes } from './signature.ts'

/** 十, as a finger draws it. */
export const SIGNED: Strokes = [
  [200, 300, 300, 298, 400, 300, 500, 302, 600, 299, 700, 300],
  [450, 120, 452, 200, 449, 300, 451, 400, 450, 480],
]

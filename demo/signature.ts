import type { Strokes } from '#shared/votes/signature.ts'

/** What the story's persons draw under their ballots: a mark of two strokes, nobody's name. */
export const MARK: Strokes = [
  [200, 300, 300, 298, 400, 300, 500, 302, 600, 299, 700, 300],
  [450, 120, 452, 200, 449, 300, 451, 400, 450, 480],
]

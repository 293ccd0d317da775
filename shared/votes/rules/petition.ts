import type { Sum } from '../counting/sum.ts'
import { reaches } from '../counting/thresholds.ts'
import type { Share } from '../profiles/profile.ts'

export interface Petition {
  readonly heads: number
  readonly areaCenti: number
  readonly reachesHeads: boolean
  readonly reachesArea: boolean
  /** 条例 art. 13 counts owners: heads decide, area is shown beside them. */
  readonly mustBeCalled: boolean
}

/** Whether owners who ask for an assembly are enough of all: 物业管理条例 art. 13, 建房〔2009〕274号 art. 21. */
export function petitionOf(signed: Sum, total: Sum, share: Share): Petition {
  const threshold = { ...share, strict: false }
  const reachesHeads = reaches(threshold, signed.heads, total.heads)
  const reachesArea = reaches(threshold, signed.areaCenti, total.areaCenti)
  return { ...signed, reachesHeads, reachesArea, mustBeCalled: reachesHeads }
}

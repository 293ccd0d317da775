import { leastThatReaches, reaches, type Threshold } from './thresholds.ts'

/** By how much `part` of an unchanged `whole` falls short; 0 where it reaches the threshold. */
export const shortfall = (threshold: Threshold, part: number, whole: number): number =>
  Math.max(0, leastThatReaches(threshold, whole) - part)

/**
 * How much must join, all of it in favour, so that part and whole grow together;
 * `undefined` where even all that is left (`total - whole`) would not do.
 */
export function newcomersNeeded(
  threshold: Threshold,
  part: number,
  whole: number,
  total: number,
): number | undefined {
  const wouldDo = (more: number) => reaches(threshold, part + more, whole + more)
  let enough = total - whole
  if (!wouldDo(enough)) return undefined
  // A share below 1 never falls when the same is added to part and whole: the answer can be halved down to.
  let tooFew = -1
  while (enough - tooFew > 1) {
    const middle = tooFew + Math.floor((enough - tooFew) / 2)
    if (wouldDo(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}

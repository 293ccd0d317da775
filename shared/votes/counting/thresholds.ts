import type { MatterClass } from '../terms.ts'

/** A required share as an exact fraction; `strict` means more than it, not at least it. */
export interface Threshold {
  readonly numerator: number
  readonly denominator: number
  readonly strict: boolean
}

// 民法典 §278 ¶2: two thirds of the area and of the persons take part; "以上" includes the number, §1259.
export const QUORUM: Threshold = { numerator: 2, denominator: 3, strict: false }

export const MAJORITY: Readonly<Record<MatterClass, Threshold>> = {
  // 民法典 §278 ¶2: 参与表决 … 过半数: more than half, of those who take part.
  ordinary: { numerator: 1, denominator: 2, strict: true },
  // 民法典 §278 ¶2, matters 6 to 8: 四分之三以上.
  special: { numerator: 3, denominator: 4, strict: false },
}

/**
 * The smallest whole amount that reaches the threshold; never 0, so that of nothing no share holds.
 * Exact for every safe integer: the whole is divided before it is multiplied.
 */
export function leastThatReaches(threshold: Threshold, whole: number): number {
  const { numerator, denominator, strict } = threshold
  const rest = whole % denominator
  const even = ((whole - rest) / denominator) * numerator
  const odd = (rest * numerator) / denominator
  return Math.max(1, even + (strict ? Math.floor(odd) + 1 : Math.ceil(odd)))
}

export const reaches = (threshold: Threshold, part: number, whole: number): boolean =>
  part >= leastThatReaches(threshold, whole)

/** Both axes of the count. Area in 0.01 m². */
export interface Sum {
  readonly heads: number
  readonly areaCenti: number
}

/** A sum to add up in. */
export interface RunningSum {
  heads: number
  areaCenti: number
}

export const nothing = (): RunningSum => ({ heads: 0, areaCenti: 0 })

export function addHead(sum: RunningSum, head: { readonly areaCenti: number }): void {
  sum.heads += 1
  sum.areaCenti += head.areaCenti
}

export const addSums = (a: Sum, b: Sum): Sum => ({
  heads: a.heads + b.heads,
  areaCenti: a.areaCenti + b.areaCenti,
})

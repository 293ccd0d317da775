/** Both axes of the count. Area in 0.01 m². */
export interface Sum {
  readonly heads: number
  readonly areaCenti: number
}

export const NOTHING: Sum = { heads: 0, areaCenti: 0 }

export const add = (sum: Sum, head: { readonly areaCenti: number }): Sum => ({
  heads: sum.heads + 1,
  areaCenti: sum.areaCenti + head.areaCenti,
})

export const addSums = (a: Sum, b: Sum): Sum => ({
  heads: a.heads + b.heads,
  areaCenti: a.areaCenti + b.areaCenti,
})

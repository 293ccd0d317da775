import { formatArea } from '#shared/kernel/area.ts'
import type { ScopePlace } from './scope.ts'

/** `3幢、5幢2单元`. */
export const scopeNames = (places: readonly Pick<ScopePlace, 'name'>[]): string =>
  places.map(({ name }) => name).join('、')

/** `涉及 3幢、5幢，共 36 人、3,203.00 ㎡`; without a roll there is no number yet. */
export function scopeSentence(
  places: readonly Pick<ScopePlace, 'name'>[],
  total?: { readonly heads: number; readonly areaCenti: number },
): string {
  const figures = total ? `，共 ${total.heads} 人、${formatArea(total.areaCenti)}` : ''
  return `只涉及${scopeNames(places)}${figures}。由那里的业主投票，按他们的人数和面积计算。`
}

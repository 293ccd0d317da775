/** Area is an integer in 0.01 m²: `8957` → `89.57 ㎡`. */
export const formatArea = (areaCenti: number): string => {
  const whole = String(Math.floor(areaCenti / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const decimals = areaCenti % 100
  return `${whole}${decimals === 0 ? '' : `.${String(decimals).padStart(2, '0')}`} ㎡`
}

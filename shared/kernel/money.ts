/** Money is an integer in fen (0.01 yuan); a rate is an integer in 0.0001 yuan. */
export const formatFen = (fen: number): string => {
  const abs = Math.abs(fen)
  const yuan = String(Math.floor(abs / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}¥${yuan}.${String(abs % 100).padStart(2, '0')}`
}

/** `18500` → `1.85`; `12550` → `1.255`. At least two decimals. */
export const formatRate = (rate: number): string => {
  const decimals = String(rate % 10_000).padStart(4, '0')
  return `${Math.floor(rate / 10_000)}.${decimals.replace(/0{1,2}$/, '')}`
}

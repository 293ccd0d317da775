/** XML cannot hold control characters; a workbook writes them as `_x000D_`, and a literal one as `_x005F_x000D_`. */
export const cellText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text

/** `101.0`, `1.38E10` → the digits a person sees; numbers beyond 15 digits stay as they are written. */
export function plainNumber(text: string): string {
  const value = Number(text)
  return text !== '' && Number.isSafeInteger(value) ? String(value) : text
}

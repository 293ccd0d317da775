interface Told {
  readonly success?: (told: object) => void
  readonly fail?: (told: { errno?: number }) => void
}
export const PRIVATE: readonly string[]
export function guarded(
  wx: Readonly<Record<string, unknown>>,
  options: { readonly agrees?: boolean },
  order: string[],
): Record<string, (options: Told) => unknown> & { chooseMedia(options: Told): unknown }

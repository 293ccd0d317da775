export interface Checked {
  readonly problems: readonly string[]
  /** Bytes by package: `main`, then each sub-package by its root. */
  readonly sizes: Readonly<Record<string, number>>
}
export function checkPackage(folder: string): Checked
export function pagesOf(app: object): readonly string[]

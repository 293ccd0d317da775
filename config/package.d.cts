import type { Template } from './template-check.cjs'

export interface Zip {
  readonly zip: string
  readonly bytes: number
  readonly files: readonly string[]
  /** The one file of code that has to be in it. */
  readonly wanted: string
}
export function makePackage(
  folder: string,
  options?: readonly string[],
): Promise<{ readonly template: Template; readonly zips: readonly Zip[] }>
export function problemsOfZips(zips: readonly Zip[]): readonly string[]

import type { Template } from './template-check.cjs'

export interface Zip {
  readonly zip: string
  readonly bytes: number
  readonly files: readonly string[]
  /** What has to be in it. */
  readonly wanted: readonly string[]
}
export function makePackage(
  folder: string,
  options?: readonly string[],
): Promise<{ readonly template: Template; readonly zips: readonly Zip[] }>
export function problemsOfZips(zips: readonly Zip[]): readonly string[]

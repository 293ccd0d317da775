export interface BundleOutput {
  readonly bytes: number
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>
}
export function checkBundle(name: string, output: BundleOutput): readonly string[]

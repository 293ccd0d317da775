/** Of esbuild's metafile, by file. */
export type Outputs = Readonly<
  Record<
    string,
    {
      readonly bytes: number
      readonly entryPoint?: string
      readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>
      readonly imports: readonly { readonly path: string; readonly kind: string }[]
    }
  >
>
interface Part {
  readonly files: readonly string[]
  readonly bytes: number
  readonly inputs: readonly string[]
}
export interface LambdaFunction {
  readonly name: string
  /** Its entry. */
  readonly file: string
  readonly start: Part
  readonly wings: readonly (Part & { readonly name: string })[]
  readonly whole: Part
}
export const OUTPUTS: string
export function partsOf(outputs: Outputs): readonly LambdaFunction[]
export function checkBundle(made: LambdaFunction): readonly string[]

/** A file on this phone. `path` sends it, `name` is what its owner calls it. */
export interface ChosenFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
}

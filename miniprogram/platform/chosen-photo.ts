/** A photo on this phone, small enough to send. `path` shows it and sends it. */
export interface ChosenPhoto {
  readonly path: string
  readonly bytes: number
}

/** Where an owner hands in: typed once, printed on every sheet. */
export interface HandIn {
  readonly handIn: string
  readonly onHandIn: (handIn: string) => void
}

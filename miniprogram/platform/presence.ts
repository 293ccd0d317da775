import { cell } from './cell.ts'

/** The server wants to know that the person is there: a sheet asks, over the page that is open. */
export interface Asking {
  readonly answer: (isThere: boolean) => void
}

export const asking = cell<Asking | undefined>(undefined)

let under: Promise<boolean> | undefined

/** Asks once, however many calls wait for it. Whether the person has shown it. */
export function askPresence(): Promise<boolean> {
  under ??= new Promise<boolean>((resolve) => {
    asking.write({
      answer(isThere) {
        under = undefined
        asking.write(undefined)
        resolve(isThere)
      },
    })
  })
  return under
}

import { act, fireEvent } from '@testing-library/react'

/** A tap, and everything that follows from it at once. */
export const tap = (element: HTMLElement): Promise<void> =>
  act(async () => {
    fireEvent.click(element)
    await Promise.resolve()
  })

/** One machine's stand for a function that runs once at a time: work waits for the work before it. */
export interface InTurn {
  /** Begins it when everything before has ended; what goes wrong is told to `onFault`. */
  begin(work: () => Promise<void>): void
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>
}

export function inTurn(onFault: (err: unknown) => void): InTurn {
  let last = Promise.resolve()
  return {
    begin(work) {
      last = last.then(work).catch(onFault)
    },
    async idle() {
      // What has begun may begin something more.
      for (let seen; seen !== last;) {
        seen = last
        await seen
      }
    },
  }
}

/** Runs `make` at the first call and keeps what it made; a failure is not kept, the next call tries again. */
export function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  return () => {
    kept ??= make().catch((err: unknown) => {
      kept = undefined
      throw err
    })
    return kept
  }
}

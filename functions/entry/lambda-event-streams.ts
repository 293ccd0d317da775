/**
 * Takes the place of the SDK's event streams in the functions' bundles: 15 kB that no operation of DynamoDB's which
 * the store uses can reach. Whoever reaches it all the same learns why.
 */
const leftOut = (): never => {
  throw new Error('event streams are left out of this bundle')
}

// A function with a body of its own, because the SDK calls it with `new`.
export function EventStreamSerde(): never {
  return leftOut()
}

export const eventStreamSerdeProvider = leftOut

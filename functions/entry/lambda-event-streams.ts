/**
 * Takes the place of the SDK's event streams in the functions' bundles: 15 kB that no operation of DynamoDB's which
 * the store uses can reach. Whoever reaches it all the same learns why.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error('event streams are left out of this bundle')
  }
}

export const eventStreamSerdeProvider = (): never => {
  throw new Error('event streams are left out of this bundle')
}

/**
 * Stands for what the SDK carries along and the seven operations of the store never come to; `config/bundle-sdk.cjs`
 * says what for. Whoever reaches it all the same learns why. What the SDK calls with `new` is a function with a body
 * of its own.
 */
const leftOut = (what: string) => (): never => {
  throw new Error(`${what} left out of this bundle`)
}

/** The command by which a client would ask for other addresses than its region's. */
export function DescribeEndpointsCommand(): never {
  return leftOut('endpoint discovery is')()
}

/** Chosen by `retryMode: 'adaptive'`; ours is the standard one. */
export function AdaptiveRetryStrategy(): never {
  return leftOut('adaptive retry is')()
}

/** A hash in plain JavaScript, for machines without a native one. */
export function Sha256Js(): never {
  return leftOut('SHA-256 without native code is')()
}

/** Every signer makes one; only the message of an event stream uses it. */
export class HeaderFormatter {
  readonly format = leftOut('event streams are')
}
export function EventStreamSerde(): never {
  return leftOut('event streams are')()
}
export const eventStreamSerdeProvider = leftOut('event streams are')

export const resolveParamsForS3 = leftOut('the addresses of buckets are')

/** How an operation is laid into a path and headers. DynamoDB's are all one POST to `/`: there is nothing to lay. */
export const HttpBindingNormalizedSchema = { of: leftOut('operations with a path are') }
export const getHttpOperationBindings = (): readonly [] => []

/** Reads what a browser says of itself. */
export const parse = leftOut('the name of a browser is')

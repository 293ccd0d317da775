interface Config {
  readonly defaultUserAgentProvider: () => Promise<readonly (readonly string[])[]>
}
interface Call {
  readonly request: { readonly headers: Record<string, string> }
}
type Next = (call: Call) => Promise<unknown>
interface Stack {
  add(middleware: (next: Next) => Next, options: object): void
}

/** Says who asks, for AWS's logs: the SDK's name and version, without its list of the features used. */
export const userAgentMiddleware =
  ({ defaultUserAgentProvider }: Config) =>
  (next: Next): Next =>
  async (call) => {
    const words = (await defaultUserAgentProvider()).map((pair) => pair.join('/'))
    call.request.headers['user-agent'] = words.join(' ')
    return next(call)
  }
export const getUserAgentMiddlewareOptions = { step: 'build', name: 'getUserAgentMiddleware' }
export const getUserAgentPlugin = (config: Config) => ({
  applyToStack: (stack: Stack): void =>
    stack.add(userAgentMiddleware(config), getUserAgentMiddlewareOptions),
})

/** Passes a trace on so that AWS can stop functions that call each other in a ring. The store calls none. */
export const getRecursionDetectionPlugin = () => ({ applyToStack: (): void => undefined })

/**
 * Where the SDK looks for its settings in the functions' bundles: at what it is given and in the environment, which
 * is all there is in Lambda. Left out: `~/.aws` with its profiles, a machine's metadata, and the rules that make an
 * address of a region (dual-stack, FIPS, per account): `lambda-environment.ts` names the address.
 */
export const fromSharedConfigFiles = () => (): Promise<never> =>
  // By this mark the SDK goes on to its next source, which is the setting's default.
  Promise.reject(Object.assign(new Error('no settings but the environment'), { tryNextLink: true }))

export const getInstanceMetadataRegion = (): Promise<undefined> => Promise.resolve(undefined)

/** @throws Error where the client was given no address: none is guessed */
export function defaultEndpointResolver({ Endpoint }: { readonly Endpoint?: string }): {
  url: URL
} {
  if (Endpoint === undefined) throw new Error('the client was given no endpoint')
  return { url: new URL(Endpoint) }
}

export const awsEndpointFunctions = {}

// The store's address is the region's: none is discovered.
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: (): undefined => undefined,
  configFileSelector: (): undefined => undefined,
  default: false,
}
export const resolveEndpointDiscoveryConfig = <T>(config: T): T => config

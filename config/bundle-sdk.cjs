// Makes the AWS SDK as small as its use in Lambda: esbuild's plugin for the functions' bundles, and for them only.
// What a person's own machine runs (`local`, `cloud-admin`) has the whole SDK, with profiles and sign-on.
const { readFileSync } = require('node:fs')
const path = require('node:path')

const OURS = path.resolve(__dirname, '../functions/entry/lambda-sdk')

const AWS = '@aws-sdk/core/dist-es/submodules/client'
const DYNAMO = '@aws-sdk/client-dynamodb/dist-es'
const SMITHY = '@smithy/core/dist-es/submodules'

/** Which of our files takes the place of a file of the SDK's, and what is lost by it stands in ours. */
const INSTEAD = {
  '@aws-sdk/credential-provider-node/dist-es/index.js': 'credentials.ts',
  '@aws-sdk/middleware-endpoint-discovery/dist-es/index.js': 'configuration.ts',
  [`${DYNAMO}/endpoint/endpointResolver.js`]: 'configuration.ts',
  [`${SMITHY}/config/node-config-provider/fromSharedConfigFiles.js`]: 'configuration.ts',
  [`${SMITHY}/config/config-resolver/regionConfig/getInstanceMetadataRegion.js`]:
    'configuration.ts',
  [`${AWS}/util-endpoints/aws.js`]: 'configuration.ts',
  [`${AWS}/middleware-user-agent/user-agent-middleware.js`]: 'plugins.ts',
  [`${AWS}/middleware-recursion-detection/getRecursionDetectionPlugin.js`]: 'plugins.ts',
  [`${SMITHY}/serde/date-utils.js`]: 'dates.ts',
  [`${SMITHY}/protocols/HttpBindingNormalizedSchema.js`]: 'never-reached.ts',
  [`${DYNAMO}/commands/DescribeEndpointsCommand.js`]: 'never-reached.ts',
  [`${SMITHY}/retry/util-retry/AdaptiveRetryStrategy.js`]: 'never-reached.ts',
  [`${SMITHY}/checksum/sha256/Sha256Js.js`]: 'never-reached.ts',
  [`${SMITHY}/event-streams/index.js`]: 'never-reached.ts',
  [`${SMITHY}/endpoints/middleware-endpoint/service-customizations/index.js`]: 'never-reached.ts',
  '@smithy/signature-v4/dist-es/HeaderFormatter.js': 'never-reached.ts',
  'bowser/bowser.mjs': 'never-reached.ts',
}

/**
 * What an operation of ours can be refused with, by the SDK's own word. An error of another name still arrives under
 * its name, as a plain `DynamoDBServiceException`: only `instanceof` its own class is lost.
 */
const ERRORS = [
  'ConditionalCheckFailedException',
  'DynamoDBServiceException',
  'InternalServerError',
  'InvalidEndpointException',
  'ItemCollectionSizeLimitExceededException',
  'ProvisionedThroughputExceededException',
  'ReplicatedWriteConflictException',
  'RequestLimitExceeded',
  'ResourceNotFoundException',
  'ThrottlingException',
  'TransactionConflictException',
]
const SCHEMAS = `${DYNAMO}/schemas/schemas_0.js`
const REGISTERED = /^\w+\.registerError\((\w+)\$, \1\);$/gm
const CONSTANT = /^const (\w+) = ("[^"]*");$/gm
const COMPUTED_KEY = /\[(_\w+)\]:/g

/**
 * The file registers all 35 errors of 57 operations, which keeps their classes and schemas in every bundle; and as a
 * computed key might run code, whatever has one is kept too. The keys are constants of the same file.
 */
function schemasOfOurs(text) {
  const constants = new Map([...text.matchAll(CONSTANT)].map(([, name, value]) => [name, value]))
  return text
    .replace(REGISTERED, (line, error) => (ERRORS.includes(error) ? line : ''))
    .replace(COMPUTED_KEY, (key, name) => (constants.has(name) ? `${constants.get(name)}:` : key))
}

/** Of the package's description the client reads its version. */
const DESCRIPTION = '@aws-sdk/client-dynamodb/package.json'
const versionIn = (text) => JSON.stringify({ version: JSON.parse(text).version })

const CHANGED = {
  [SCHEMAS]: { change: schemasOfOurs, loader: 'js' },
  [DESCRIPTION]: { change: versionIn, loader: 'json' },
}

/** Wherever the packages lie, also behind a link. */
const placeOf = (file) =>
  /.*[\\/]node_modules[\\/](.*)$/.exec(file)?.[1]?.split(path.sep).join('/') ?? ''

/** An SDK whose files have moved would come back whole, and nobody would see why: that fails the build. */
const problemsOf = (met) =>
  [...Object.keys(INSTEAD), ...Object.keys(CHANGED)]
    .filter((place) => !met.has(place))
    .map((place) => ({ text: `the SDK has no ${place} any more: see config/bundle-sdk.cjs` }))

const RESOLVED = Symbol('resolved')

/** Puts ours in their place as imports are resolved, and lessens what stays. */
const smallSdk = {
  name: 'small-sdk',
  setup(build) {
    const met = new Set()
    build.onResolve({ filter: /./ }, async ({ path: asked, pluginData, ...rest }) => {
      if (
        pluginData === RESOLVED ||
        !/[\\/]node_modules[\\/]@(aws-sdk|smithy)[\\/]/.test(rest.importer)
      )
        return undefined
      const found = await build.resolve(asked, { ...rest, pluginData: RESOLVED })
      const ours = INSTEAD[placeOf(found.path)]
      if (ours === undefined) return found
      met.add(placeOf(found.path))
      return { path: path.join(OURS, ours), sideEffects: false }
    })
    build.onLoad(
      { filter: /[\\/]client-dynamodb[\\/].*(schemas_0\.js|package\.json)$/ },
      (args) => {
        const place = placeOf(args.path)
        const changed = CHANGED[place]
        if (changed === undefined) return undefined
        const text = readFileSync(args.path, 'utf8')
        const contents = changed.change(text)
        if (contents.length < text.length) met.add(place)
        return { contents, loader: changed.loader }
      },
    )
    build.onEnd(() => ({ errors: problemsOf(met) }))
  },
}

module.exports = { ERRORS, smallSdk }

// What must hold of the CloudFormation that osls makes of serverless.yml, whoever adds to it. Pure: a template in, sentences out.
const { checkReferences } = require('./template-references.cjs')

const RUNTIME = 'nodejs22.x'
const RESOURCES_AT_MOST = 200 // CloudFormation takes 500

/** A value as CloudFormation will make it, as far as it can be read: `arn:${AWS::Partition}:s3:::…/incoming/*`. */
function textOf(value) {
  if (typeof value === 'string') return value
  if ('Ref' in value) return `\${${value.Ref}}`
  if ('Fn::GetAtt' in value) return `\${${value['Fn::GetAtt'].join('.')}}`
  if ('Fn::Sub' in value) return textOf(value['Fn::Sub'])
  if ('Fn::Join' in value) return value['Fn::Join'][1].map(textOf).join(value['Fn::Join'][0])
  return JSON.stringify(value)
}

const listOf = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const ofType = ({ Resources }, type) =>
  Object.entries(Resources).filter(([, resource]) => resource.Type === `AWS::${type}`)
const propertiesOf = ({ Properties = {} }) => Properties

/** Problems of those resources of a type that fail the question. */
const each = (type, problem, isRight) => (template) =>
  ofType(template, type)
    .filter(([id, resource]) => !isRight(propertiesOf(resource), { id, resource, template }))
    .map(([id]) => `${id}: ${problem}`)

// A part of one table, one log, one folder of one bucket: where AWS knows no finer name.
const NARROW = [/:log-group:[^*?]+:\*$/, /\/index\/\*$/, /:s3:::[^*?/]+\/[a-z-]+\/\*$/]
const isWide = (resource) => /[*?]/.test(resource) && !NARROW.some((form) => form.test(resource))

function problemsOfStatement({ Effect, Action, NotAction, Resource, NotResource }) {
  if (Effect !== 'Allow') return []
  if (NotAction || NotResource) return ['allows whatever is not named']
  const actions = listOf(Action).filter((action) => /[*?]/.test(action))
  const resources = listOf(Resource).map(textOf).filter(isWide)
  return [...actions, ...resources].map((wide) => `allows ${wide}`)
}

const statementsOf = ({ PolicyDocument }) => listOf(PolicyDocument.Statement)

function rolesAreNarrow(template) {
  const inRoles = ofType(template, 'IAM::Role').flatMap(([id, role]) => {
    const { Policies = [], ManagedPolicyArns, AssumeRolePolicyDocument } = propertiesOf(role)
    const trusted = listOf(AssumeRolePolicyDocument.Statement).map(({ Principal }) =>
      JSON.stringify(Principal),
    )
    return [
      ...Policies.flatMap(statementsOf).flatMap(problemsOfStatement),
      ...listOf(ManagedPolicyArns).map((arn) => `takes ${textOf(arn)} as it comes`),
      ...trusted
        .filter((principal) => principal !== '{"Service":"lambda.amazonaws.com"}')
        .map((principal) => `trusts ${principal}`),
    ].map((problem) => `${id}: ${problem}`)
  })
  const apart = ['IAM::Policy', 'IAM::ManagedPolicy', 'IAM::RolePolicy', 'IAM::UserPolicy']
  const elsewhere = apart
    .flatMap((type) => ofType(template, type))
    .map(([id]) => `${id}: permissions stand in their role`)
  return [...inRoles, ...elsewhere]
}

/** Of a bucket, a queue, a topic: may forbid anything, may open nothing to everybody. */
const nothingIsOpen = (template) =>
  ['S3::BucketPolicy', 'SQS::QueuePolicy', 'SNS::TopicPolicy']
    .flatMap((type) => ofType(template, type))
    .filter(([, policy]) =>
      statementsOf(propertiesOf(policy)).some(
        ({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('"*"'),
      ),
    )
    .map(([id]) => `${id}: open to everybody`)

const invocationsAreBound = each('Lambda::Permission', 'anybody there may call', (permission) =>
  Boolean(permission.SourceArn),
)

function functionsHaveTheirOwnRole(template) {
  const taken = new Map()
  const problems = []
  for (const [id, lambda] of ofType(template, 'Lambda::Function')) {
    const role = textOf(propertiesOf(lambda).Role)
    if (taken.has(role)) {
      problems.push(`${id}: shares its role with ${taken.get(role)}`)
      continue
    }
    taken.set(role, id)
    const logs = JSON.stringify(template.Resources[role.slice(2, -'.Arn}'.length)] ?? {})
    const own = id.replace('LambdaFunction', 'LogGroup')
    for (const [group] of ofType(template, 'Logs::LogGroup')) {
      if (group !== own && logs.includes(`"${group}"`)) problems.push(`${id}: writes to ${group}`)
    }
    if (!logs.includes(`"${own}"`)) problems.push(`${id}: cannot write its log`)
  }
  return problems
}

const runtimeIsOurs = each(
  'Lambda::Function',
  `runs on something else than ${RUNTIME}`,
  (lambda) => lambda.Runtime === RUNTIME,
)

/** A secret is named in the environment, never given: whoever may list functions reads their environment. */
const environmentHoldsNoSecret = each('Lambda::Function', 'a secret in its environment', (lambda) =>
  Object.entries(lambda.Environment?.Variables ?? {}).every(
    ([name, value]) => !/secret|password|token|key/i.test(name) || typeof value !== 'string',
  ),
)

const logsEnd = each(
  'Logs::LogGroup',
  'keeps its log for ever',
  (group) => group.RetentionInDays > 0,
)

function partitionIsOpen(template) {
  const fixed = JSON.stringify(template).match(
    /arn:aws(-[a-z]+)*:[^"]{0,60}|[\w.-]+\.amazonaws\.com\.cn/g,
  )
  return (fixed ?? []).map((text) => `${text} is tied to one partition`)
}

const isKept = ({ DeletionPolicy, UpdateReplacePolicy }) =>
  DeletionPolicy === 'Retain' && UpdateReplacePolicy === 'Retain'

const tableRules = [
  [
    'no point-in-time recovery',
    (table) => table.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled,
  ],
  [
    'not encrypted with a key of KMS',
    ({ SSESpecification: s }) => s?.SSEEnabled && s.SSEType === 'KMS',
  ],
  ['what has expired stays', (table) => table.TimeToLiveSpecification?.Enabled],
  ['no stream', (table) => table.StreamSpecification?.StreamViewType === 'NEW_IMAGE'],
  ['goes with its stack', (_, { resource }) => isKept(resource)],
].map(([problem, isRight]) => each('DynamoDB::Table', problem, isRight))

const PRIVATE = [
  'BlockPublicAcls',
  'BlockPublicPolicy',
  'IgnorePublicAcls',
  'RestrictPublicBuckets',
]

/** osls' own bucket holds code; ours hold what people sent. */
const holdsCode = (id) => id === 'ServerlessDeploymentBucket'

const refusesPlainHttp = (id, template) =>
  ofType(template, 'S3::BucketPolicy').some(([, policy]) => {
    const { Bucket } = propertiesOf(policy)
    const isItsPolicy = [`\${${id}}`, textOf(template.Resources[id].Properties?.BucketName ?? '')]
    return (
      isItsPolicy.includes(textOf(Bucket)) &&
      statementsOf(propertiesOf(policy)).some(
        ({ Effect, Condition }) =>
          Effect === 'Deny' && String(Condition?.Bool?.['aws:SecureTransport']) === 'false',
      )
    )
  })

const bucketRules = [
  ['not encrypted', (bucket) => bucket.BucketEncryption],
  [
    'may be made public',
    ({ PublicAccessBlockConfiguration: block = {} }) => PRIVATE.every((name) => block[name]),
  ],
  ['answers without TLS', (_, { id, template }) => refusesPlainHttp(id, template)],
  [
    'not versioned',
    (bucket, { id }) => holdsCode(id) || bucket.VersioningConfiguration?.Status === 'Enabled',
  ],
  ['goes with its stack', (_, { id, resource }) => holdsCode(id) || isKept(resource)],
].map(([problem, isRight]) => each('S3::Bucket', problem, isRight))

const queuesAreEncrypted = each(
  'SQS::Queue',
  'not encrypted',
  (queue) => queue.SqsManagedSseEnabled,
)

/** What a function cannot do is kept for a person to look at, unless its trigger repeats by itself. */
const streamsKeepFailures = each(
  'Lambda::EventSourceMapping',
  'loses what it cannot do, or holds up the rest for ever',
  (source) =>
    source.DestinationConfig?.OnFailure &&
    source.FunctionResponseTypes?.includes('ReportBatchItemFailures') &&
    source.MaximumRetryAttempts >= 0,
)
function eventsKeepFailures(template) {
  const settings = ofType(template, 'Lambda::EventInvokeConfig').map(([, config]) =>
    propertiesOf(config),
  )
  const isAsync = ({ Principal }) => /^(events|s3|sns)\.amazonaws/.test(textOf(Principal))
  return ofType(template, 'Lambda::Permission')
    .map(([, permission]) => propertiesOf(permission))
    .filter(isAsync)
    .map(({ FunctionName }) => textOf(FunctionName).replace(/^\$\{(\w+).*$/, '$1'))
    .filter((id) => {
      const own = settings.find(({ FunctionName }) => textOf(FunctionName).includes(id))
      return !own || !(own.DestinationConfig?.OnFailure || own.MaximumRetryAttempts === 0)
    })
    .map((id) => `${id}: loses the events it cannot do`)
}

function somebodyIsCalled(template) {
  const alarms = ofType(template, 'CloudWatch::Alarm').map(([, alarm]) => propertiesOf(alarm))
  const rings = (metric, about) =>
    alarms.some(
      ({ MetricName, Dimensions, AlarmActions = [] }) =>
        MetricName === metric &&
        AlarmActions.length > 0 &&
        Dimensions.some(({ Value }) => textOf(Value).startsWith(`\${${about}`)),
    )
  const streams = new Set(
    ofType(template, 'Lambda::EventSourceMapping').map(([, source]) =>
      textOf(propertiesOf(source).FunctionName).replace(/^\$\{(\w+).*$/, '$1'),
    ),
  )
  const wanted = [
    ...ofType(template, 'Lambda::Function').flatMap(([id]) => [
      [id, 'Errors'],
      [id, 'Throttles'],
      ...(streams.has(id) ? [[id, 'IteratorAge']] : []),
    ]),
    ...ofType(template, 'SQS::Queue').map(([id]) => [id, 'ApproximateNumberOfMessagesVisible']),
    ...ofType(template, 'ApiGatewayV2::Api').map(([id]) => [id, '5xx']),
  ]
  return wanted
    .filter(([id, metric]) => !rings(metric, id))
    .map(([id, metric]) => `${id}: no alarm on ${metric}`)
}

const staysSmall = ({ Resources }) => {
  const count = Object.keys(Resources).length
  return count <= RESOURCES_AT_MOST ? [] : [`${count} resources, more than ${RESOURCES_AT_MOST}`]
}

const RULES = [
  rolesAreNarrow,
  nothingIsOpen,
  invocationsAreBound,
  functionsHaveTheirOwnRole,
  runtimeIsOurs,
  environmentHoldsNoSecret,
  logsEnd,
  partitionIsOpen,
  ...tableRules,
  ...bucketRules,
  queuesAreEncrypted,
  streamsKeepFailures,
  eventsKeepFailures,
  somebodyIsCalled,
  staysSmall,
  checkReferences,
]

/** One sentence for each thing that is not as it must be. */
const checkTemplate = (template) => RULES.flatMap((rule) => rule(template))

module.exports = { checkTemplate }

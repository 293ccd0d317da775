import type { Resource } from '../template-check.cjs'

/** Puts a fault into resources that have none. */
type Plant = (resources: Record<string, Resource>) => void

const change =
  (id: string, properties: Readonly<Record<string, unknown>>): Plant =>
  (resources) => {
    const { Properties = {}, ...rest } = resources[id] ?? { Type: 'none' }
    resources[id] = { ...rest, Properties: { ...Properties, ...properties } }
  }
const add =
  (id: string, type: string, Properties: Resource['Properties']): Plant =>
  (resources) => {
    resources[id] = { Type: `AWS::${type}`, Properties }
  }
const drop =
  (id: string): Plant =>
  (resources) => {
    Reflect.deleteProperty(resources, id)
  }
/** One more statement in the role of the API. */
const allow = (statement: object): Plant =>
  change('ApiRole', {
    Policies: [
      {
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Action: ['logs:PutLogEvents'],
              Resource: { 'Fn::GetAtt': ['ApiLogGroup', 'Arn'] },
            },
            { Effect: 'Allow', ...statement },
          ],
        },
      },
    ],
  })
const arn = (rest: string) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:${rest}` })
const toAnybody = [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'x' }]

export const planted: readonly (readonly [string, Plant, RegExp])[] = [
  [
    'an action with a star',
    allow({ Action: 'dynamodb:*', Resource: { 'Fn::GetAtt': ['Table', 'Arn'] } }),
    /^ApiRole: allows dynamodb:\*$/,
  ],
  ['every resource', allow({ Action: 's3:GetObject', Resource: '*' }), /^ApiRole: allows \*$/],
  [
    'every table',
    allow({ Action: ['dynamodb:GetItem'], Resource: [arn('dynamodb:x:1:table/*')] }),
    /^ApiRole: allows .*table\/\*$/,
  ],
  [
    'every log',
    allow({ Action: ['logs:PutLogEvents'], Resource: arn('logs:x:1:log-group:*') }),
    /^ApiRole: allows .*log-group:\*$/,
  ],
  [
    'a whole bucket',
    allow({ Action: ['s3:GetObject'], Resource: arn('s3:::photos/*') }),
    /^ApiRole: allows .*photos\/\*$/,
  ],
  [
    'a resource with a question mark',
    allow({ Action: ['s3:GetObject'], Resource: arn('s3:::photos/a?') }),
    /^ApiRole: allows .*a\?$/,
  ],
  [
    'a joined resource with a star',
    allow({
      Action: ['sqs:SendMessage'],
      Resource: { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }, 'sqs', '*']] },
    }),
    /^ApiRole: allows arn:.*:\*$/,
  ],
  [
    'all but one action',
    allow({ NotAction: 'iam:PassRole', Resource: { Ref: 'KeySecret' } }),
    /^ApiRole: allows whatever is not named$/,
  ],
  [
    'a ready-made policy',
    change('ApiRole', { ManagedPolicyArns: [arn('iam::policy/AdministratorAccess')] }),
    /^ApiRole: takes .*AdministratorAccess as it comes$/,
  ],
  [
    'a role others may take',
    change('ApiRole', {
      AssumeRolePolicyDocument: {
        Statement: { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
      },
    }),
    /^ApiRole: trusts \{"AWS":"\*"\}$/,
  ],
  [
    'a policy apart from its role',
    add('Extra', 'IAM::Policy', {}),
    /^Extra: permissions stand in their role$/,
  ],
  [
    'a shared role',
    change('ClockLambdaFunction', { Role: { 'Fn::GetAtt': ['ApiRole', 'Arn'] } }),
    /^ClockLambdaFunction: shares its role with ApiLambdaFunction$/,
  ],
  [
    'a queue open to everybody',
    add('Extra', 'SQS::QueuePolicy', { PolicyDocument: { Statement: toAnybody } }),
    /^Extra: open to everybody$/,
  ],
  [
    'a function anybody may call',
    add('Extra', 'Lambda::Permission', { Principal: 'apigateway.amazonaws.com' }),
    /^Extra: anybody there may call$/,
  ],
  [
    'the log of another function',
    allow({ Action: ['logs:PutLogEvents'], Resource: { 'Fn::GetAtt': ['ClockLogGroup', 'Arn'] } }),
    /^ApiLambdaFunction: writes to ClockLogGroup$/,
  ],
  [
    'an old runtime',
    change('ApiLambdaFunction', { Runtime: 'nodejs20.x' }),
    /^ApiLambdaFunction: runs on something else than nodejs22\.x$/,
  ],
  [
    'a secret in the environment',
    change('ApiLambdaFunction', { Environment: { Variables: { KEY_SECRET: 'hunter2' } } }),
    /^ApiLambdaFunction: a secret in its environment$/,
  ],
  [
    'a log for ever',
    change('ApiLogGroup', { RetentionInDays: undefined }),
    /^ApiLogGroup: keeps its log for ever$/,
  ],
  [
    'an ARN of one partition',
    change('AlarmTopic', { Subscription: ['arn:aws-cn:sqs:x'] }),
    /^arn:aws-cn:sqs:x is tied/,
  ],
  [
    'no recovery',
    change('Table', { PointInTimeRecoverySpecification: undefined }),
    /^Table: no point-in-time recovery$/,
  ],
  [
    'no key',
    change('Table', { SSESpecification: undefined }),
    /^Table: not encrypted with a key of KMS$/,
  ],
  [
    'no expiry',
    change('Table', { TimeToLiveSpecification: undefined }),
    /^Table: what has expired stays$/,
  ],
  [
    'a table that goes with its stack',
    (resources) => {
      resources['Table'] = { ...(resources['Table'] as Resource), DeletionPolicy: 'Delete' }
    },
    /^Table: goes with its stack$/,
  ],
  [
    'a bucket that may be public',
    change('ServerlessDeploymentBucket', { PublicAccessBlockConfiguration: undefined }),
    /^ServerlessDeploymentBucket: may be made public$/,
  ],
  [
    'a bucket in the clear',
    change('ServerlessDeploymentBucket', { BucketEncryption: undefined }),
    /^ServerlessDeploymentBucket: not encrypted$/,
  ],
  [
    'a bucket without TLS',
    drop('ServerlessDeploymentBucketPolicy'),
    /^ServerlessDeploymentBucket: answers without TLS$/,
  ],
  [
    'a bucket that forgets',
    change('Bucket', { VersioningConfiguration: undefined }),
    /^Bucket: not versioned$/,
  ],
  ['a bucket of ours without TLS', drop('BucketPolicy'), /^Bucket: answers without TLS$/],
  [
    'a queue in the clear',
    change('FailedQueue', { SqsManagedSseEnabled: false }),
    /^FailedQueue: not encrypted$/,
  ],
  [
    'a stream that loses',
    change('OutboxEventSourceMappingDynamodbTable', { DestinationConfig: undefined }),
    /^Outbox\w+: loses what it cannot do/,
  ],
  ['a schedule that loses', drop('ClockLambdaEvConf'), /^ClockLambdaFunction: loses the events/],
  [
    'an upload that loses',
    change('RegisterLambdaEvConf', { DestinationConfig: undefined }),
    /^RegisterLambdaFunction: loses the events/,
  ],
  [
    'a name nobody has',
    change('AlarmTopic', { TopicName: { 'Fn::Sub': '${Nobody.Name}-x' } }),
    /^AlarmTopic: there is no Nobody$/,
  ],
  [
    'a circle',
    change('Table', { TableName: { 'Fn::GetAtt': ['ApiRole', 'RoleId'] } }),
    /^\w+ waits for .*Table/,
  ],
  ['no alarm on errors', drop('ApiErrors'), /^ApiLambdaFunction: no alarm on Errors$/],
  ['no alarm on a late stream', drop('OutboxLate'), /^Outbox\w+: no alarm on IteratorAge$/],
  ['no alarm on what failed', drop('FailedEvents'), /^FailedQueue: no alarm on Approximate/],
  ['no alarm on 5xx', drop('ApiServerErrors'), /^HttpApi: no alarm on 5xx$/],
  [
    'an alarm nobody hears',
    change('ApiErrors', { AlarmActions: [] }),
    /^ApiLambdaFunction: no alarm on Errors$/,
  ],
]

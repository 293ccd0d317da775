import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { TABLE_DEFINITION, TIME_TO_LIVE } from '#functions/platform/table/table-definition.ts'
import { makePackage, problemsOfZips, type Zip } from '../package.cjs'
import { checkTemplate, type Resource, type Template } from '../template-check.cjs'
import { planted } from './template-plants.fixture.ts'

let folder: string
let template: Template
let zips: readonly Zip[]

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiayuan-package-'))
  ;({ template, zips } = await makePackage(folder, ['--stage', 'prod']))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const ofType = (type: string) =>
  Object.values(template.Resources).filter(({ Type }) => Type === `AWS::${type}`)
const one = (id: string): Resource['Properties'] => {
  const resource = template.Resources[id]
  if (!resource) throw new Error(`no ${id}`)
  return resource.Properties
}

test('the template has no problems', () => {
  expect(checkTemplate(template)).toEqual([])
})

test('each zip holds its function and nothing else', () => {
  expect(zips.map(({ zip }) => zip)).toEqual([
    'api.zip',
    'clock.zip',
    'outbox.zip',
    'upload.zip',
    'register.zip',
  ])
  expect(problemsOfZips(zips)).toEqual([])
})

test('the API has its wings and its document, the others one file', () => {
  const [api, ...others] = zips.map(({ files }) => files.toSorted())
  expect(api?.[0]).toBe('dist/lambda/api/api.mjs')
  expect(api).toContain('dist/lambda/api/openapi.json.gz')
  const wings = readdirSync('functions').filter((name) => existsSync(`functions/${name}/wing.ts`))
  expect(api?.filter((file) => /\/wing-\w+\.mjs$/.test(file))).toHaveLength(wings.length)
  expect(others).toEqual(
    ['clock', 'outbox', 'upload', 'register-import'].map((name) => [`dist/lambda/${name}.js`]),
  )
})

const API = ['dist/lambda/api/api.mjs', 'dist/lambda/api/wing.mjs']
test.each([
  ['another file beside them', [...API, '.env'], API],
  ['a file too few', API.slice(0, 1), API],
  ['another file', ['dist/lambda/clock.js'], ['dist/lambda/api/api.mjs']],
  ['nothing', [], API],
])('a zip with %s is found', (_, files, wanted) => {
  expect(problemsOfZips([{ zip: 'api.zip', bytes: 1, files, wanted }])).toEqual([
    `api.zip holds ${files.toSorted().join(', ')}, not just ${wanted.join(', ')}`,
  ])
})

test('the table is the one the adapter knows', () => {
  const table = one('Table')
  expect(table).toMatchObject(TABLE_DEFINITION)
  expect(table['TimeToLiveSpecification']).toEqual(TIME_TO_LIVE)
  expect(table['DeletionProtectionEnabled']).toBe(true)
})

test('the outbox is called by what stands in the index of what is due, and goes on from where it failed', () => {
  const [source] = ofType('Lambda::EventSourceMapping')
  const [filter] = (source?.Properties['FilterCriteria'] as { Filters: { Pattern: string }[] })
    .Filters
  const due = TABLE_DEFINITION.GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === 'wake')
  const attribute = due?.KeySchema[0]?.AttributeName ?? ''
  expect(JSON.parse(filter?.Pattern ?? '')).toEqual({
    dynamodb: { NewImage: { [attribute]: { S: [{ exists: true }] } } },
  })
})

test('the clock runs alone, once a minute', () => {
  expect(one('ClockLambdaFunction')['ReservedConcurrentExecutions']).toBe(1)
  const [rule, ...more] = ofType('Events::Rule')
  expect(rule?.Properties['ScheduleExpression']).toBe('rate(1 minute)')
  expect(more).toEqual([])
})

/** Roles with a statement that has the action, or names the resource. */
const rolesWith = (text: string): readonly string[] =>
  Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .filter(([, role]) => JSON.stringify(role.Properties['Policies']).includes(`"${text}"`))
    .map(([id]) => id.replace(/Role$/, ''))

test.each([
  ['WeixinSecret', ['Api', 'Clock', 'Outbox']],
  ['KeySecret', ['Api', 'Clock', 'Outbox', 'Register']],
  ['dynamodb:UpdateItem', ['Api']],
  ['dynamodb:GetRecords', ['Outbox']],
  ['dynamodb:DeleteItem', ['Api', 'Clock', 'Outbox']],
  ['s3:PutObject', ['Api', 'Clock', 'Outbox', 'Upload', 'Register']],
  ['s3:DeleteObject', ['Clock', 'Outbox', 'Upload']],
])('%s is for %p', (text, functions) => {
  expect(rolesWith(text)).toEqual(functions)
})

test('a file of each kind calls its function', () => {
  const { LambdaConfigurations: calls } = one('Bucket')['NotificationConfiguration'] as {
    LambdaConfigurations: readonly object[]
  }
  const call = (prefix: string, id: string) => ({
    Event: 's3:ObjectCreated:*',
    Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: prefix }] } },
    Function: { 'Fn::GetAtt': [id, 'Arn'] },
  })
  expect(calls).toEqual([
    call('incoming/', 'UploadLambdaFunction'),
    call('registers/', 'RegisterLambdaFunction'),
  ])
})

test('a year of logs, in production', () => {
  const days = ofType('Logs::LogGroup').map(({ Properties }) => Properties['RetentionInDays'])
  expect(new Set(days)).toEqual(new Set([365]))
})

test.each(planted)('%s is found, and nothing else', (_, plant, problem) => {
  const resources = structuredClone(template.Resources) as Record<string, Resource>
  plant(resources)
  expect(checkTemplate({ Resources: resources })).toEqual([expect.stringMatching(problem)])
})

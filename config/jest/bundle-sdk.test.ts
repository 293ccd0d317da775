import { readdirSync, readFileSync } from 'node:fs'
import { build, type BuildFailure } from 'esbuild'
import { ERRORS, smallSdk } from '../bundle-sdk.cjs'

const TABLE = 'functions/platform/table'
const COMMANDS = 'node_modules/@aws-sdk/client-dynamodb/dist-types/commands'

/** The SDK's commands that the store sends. */
const sent = readdirSync(TABLE)
  .filter((name) => /^dynamo-.*(?<!\.test)\.ts$/.test(name) && name !== 'dynamo-create.ts')
  .flatMap((name) =>
    [...readFileSync(`${TABLE}/${name}`, 'utf8').matchAll(/new (\w+Command)\(/g)].map(
      ([, command = '']) => command,
    ),
  )

test('whatever a command of ours can be refused with keeps its class', () => {
  const raised = sent.flatMap((command) =>
    [...readFileSync(`${COMMANDS}/${command}.d.ts`, 'utf8').matchAll(/@throws \{@link (\w+)/g)].map(
      ([, error = '']) => error,
    ),
  )
  expect([...new Set(sent)].length).toBeGreaterThanOrEqual(7)
  expect([...new Set(raised)].sort()).toEqual([...ERRORS].sort())
})

const bundle = (contents: string) =>
  build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
    plugins: [smallSdk],
  })

test('an SDK whose files are elsewhere fails the build, file by file', async () => {
  const failed = (await bundle('export {}').catch((err: unknown) => err)) as BuildFailure
  const texts = failed.errors.map(({ text }) => text)
  expect(texts.length).toBeGreaterThan(10)
  expect(texts).toContain(
    'the SDK has no @smithy/signature-v4/dist-es/HeaderFormatter.js any more: see config/bundle-sdk.cjs',
  )
})

test('the SDK as it is passes, without what is left out', async () => {
  const made = await bundle(
    "import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'\n" +
      'export const client = new DynamoDBClient({}), command = new GetItemCommand({})',
  )
  const text = made.outputFiles[0]?.text ?? ''
  expect(text).toContain('ConditionalCheckFailedException')
  expect(text).not.toMatch(/BackupInUse|ap-southeast-1|sso_session|169\.254|UnprocessedStatements/)
})

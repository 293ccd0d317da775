import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { build } from 'esbuild'
import { smallZod, withoutJsonSchema } from '../bundle-zod.cjs'

const SCHEMAS = readFileSync('node_modules/zod/v4/classic/schemas.js', 'utf8')

test('zod as it is loses its writing of JSON Schema, and nothing else', async () => {
  const made = await build({
    stdin: { contents: "export * from '#shared/kernel/zod.ts'", resolveDir: process.cwd() },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    plugins: [smallZod],
  })
  const small = { exports: {} as typeof import('#shared/kernel/zod.ts') }
  const code = `(module) => {${made.outputFiles[0]?.text ?? ''}\n}`
  ;(runInThisContext(code) as (module: object) => void)(small)
  const z = small.exports
  const Person = z.object({ name: z.string().trim().min(1), age: z.coerce.number().int().max(150) })
  expect(Person.parse({ name: ' 张 ', age: '40' })).toEqual({ name: '张', age: 40 })
  expect(Person.safeParse({ name: '', age: 40 }).error?.issues[0]).toMatchObject({
    code: 'too_small',
    path: ['name'],
  })
  expect(Person.shape.age.maxValue).toBe(150)
  expect(() => Person.toJSONSchema()).toThrow('JSON Schema is left out of this bundle')
})

test.each([
  ['a schema told otherwise how it is written', ['inst._zod.processJSONSchema = ', 'inst.json = ']],
  ['a method of another name', ['createToJSONSchemaMethod', 'toJson']],
  ['a property of another form', ['jsonSchema: {', 'schema: {']],
  [
    'one more writer of JSON Schema',
    [
      'export function string(',
      'export const w = processors.stringProcessor\nexport function string(',
    ],
  ],
] as const)('%s fails the build', (_, [from, to]) => {
  const changed = SCHEMAS.replaceAll(from, to)
  expect(changed).not.toBe(SCHEMAS)
  expect(() => withoutJsonSchema(changed)).toThrow(/zod (has|writes)/)
})

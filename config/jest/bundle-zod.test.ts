import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { build } from 'esbuild'
import { smallZod, cutZod } from '../bundle-zod.cjs'

const SCHEMAS = readFileSync('node_modules/zod/v4/classic/schemas.js', 'utf8')

test('zod as it is loses its JSON Schema and the older names of forms, and nothing else', async () => {
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
  const At = z.object({ at: z.iso.datetime(), on: z.iso.date(), to: z.email() })
  expect(At.safeParse({ at: '2026-11-24T10:00:00Z', on: '2026-11-24', to: 'a@b.cn' }).success).toBe(
    true,
  )
  expect(At.safeParse({ at: '2026-11-24', on: '24.11.', to: 'a' }).error?.issues).toHaveLength(3)
  expect(z.string().regex(/^a/).max(2).safeParse('abc').success).toBe(false)
  expect(z.string()).not.toHaveProperty('email')
  expect(() => Person.toJSONSchema()).toThrow('JSON Schema is left out of this bundle')
})

test.each([
  ['a schema told otherwise how it is written', ['inst._zod.processJSONSchema = ', 'inst.json = ']],
  ['a method of another name', ['createToJSONSchemaMethod', 'toJson']],
  ['a property of another form', ['jsonSchema: {', 'schema: {']],
  ['a form named otherwise', ['return this.check(core._', 'return this.with(core._']],
  [
    'one more form',
    [
      'regex(...args) {',
      'form(a, b) {\n        return this.check(core._form(ZodForm, b));\n    },\n    regex(...args) {',
    ],
  ],
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
  expect(() => cutZod(changed)).toThrow(/zod (has|writes)/)
})

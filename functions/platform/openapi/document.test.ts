import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { api } from '#shared/api.ts'
import { openapiDocument } from './document.ts'

// An ES module that reads beside itself: it runs as the command it also is.
const LINTER = path.resolve(
  'node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js',
)

function lint(document: object): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'openapi-'))
  const file = path.join(folder, 'openapi.json')
  writeFileSync(file, JSON.stringify(document))
  try {
    return execFileSync(process.execPath, [LINTER, file], { encoding: 'utf8', stdio: 'pipe' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('the document is valid OpenAPI 3.1', () => {
  expect(lint(openapiDocument())).toContain('"valid": true')
})

test('the linter refuses an operation without answers', () => {
  const planted = { ...openapiDocument(), paths: { '/x': { get: { responses: 'none' } } } }
  expect(() => lint(planted)).toThrow()
})

test('every operation of every contract stands in it once, under a name of its own', () => {
  const { paths } = openapiDocument() as { paths: Record<string, Record<string, unknown>> }
  const ids = Object.values(paths)
    .flatMap((path) => Object.values(path))
    .map((operation) => (operation as { operationId: string }).operationId)
  const expected = Object.entries(api).flatMap(([feature, contract]) =>
    Object.keys(contract).map((name) => `${feature}.${name}`),
  )
  expect(ids.toSorted()).toEqual(expected.toSorted())
})

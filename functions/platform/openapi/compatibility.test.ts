import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { breakingChanges, type OpenapiDocument } from './compatibility.ts'
import { openapiDocument } from './document.ts'

const RELEASED = 'docs/openapi/released.json'
const current = () => JSON.parse(JSON.stringify(openapiDocument())) as OpenapiDocument

// A release writes what it promises: RELEASE_OPENAPI=1 on this test, once, when it is made.
if (process.env['RELEASE_OPENAPI'] === '1') {
  mkdirSync('docs/openapi', { recursive: true })
  writeFileSync(RELEASED, `${JSON.stringify(openapiDocument(), null, 1)}\n`)
}

test('what the last release promised still holds', () => {
  const released = JSON.parse(readFileSync(RELEASED, 'utf8')) as OpenapiDocument
  expect(breakingChanges(released, current())).toEqual([])
})

const SESSIONS = '/api/v1/sessions'
// Documents are changed at will here, as no typed code could.
/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-argument -- see above */
type Change = (document: any) => void
const planted: readonly [string, Change, string][] = [
  ['an operation is gone', (d) => delete d.paths[SESSIONS].post, `POST ${SESSIONS}: is gone`],
  [
    'a field of the body is new and demanded',
    (d) => bodyOf(d).required.push('device'),
    `POST ${SESSIONS} body: now demands device`,
  ],
  [
    'a field of the body is no longer taken',
    (d) => delete bodyOf(d).properties.code,
    `POST ${SESSIONS} body: no longer takes code`,
  ],
  [
    'a field of the answer is missing',
    (d) => delete answerOf(d).properties.token,
    `POST ${SESSIONS} 201: no longer answers token`,
  ],
  [
    'a field of the answer may be missing',
    (d) => (answerOf(d).required = ['expiresAt']),
    `POST ${SESSIONS} 201: no longer promises token`,
  ],
  [
    'a field has another type',
    (d) => (answerOf(d).properties.token.type = 'integer'),
    `POST ${SESSIONS} 201.token: was string, is integer`,
  ],
]
const bodyOf = (d: any) => d.paths[SESSIONS].post.requestBody.content['application/json'].schema
const answerOf = (d: any) =>
  d.paths[SESSIONS].post.responses['201'].content['application/json'].schema

test.each(planted)('it is found that %s', (_, change, expected) => {
  const changed = current()
  change(changed)
  expect(breakingChanges(current(), changed)).toContain(expected)
})

test('additions are free', () => {
  const changed = current() as any
  answerOf(changed).properties.more = { type: 'string' }
  bodyOf(changed).properties.more = { type: 'string' }
  changed.paths['/api/v1/new'] = changed.paths[SESSIONS]
  expect(breakingChanges(current(), changed)).toEqual([])
})

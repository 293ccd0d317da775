import { api, refusals } from '#shared/api.ts'
import type { Route } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { BASE } from '../http/mount.ts'

type Schema = Readonly<Record<string, unknown>> & {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/** OpenAPI 3.1 of every operation, generated from the contracts: nothing in it is written by hand. */
export function openapiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [feature, contract] of Object.entries(api)) {
    for (const [name, route] of Object.entries(contract) as [string, Route][]) {
      const path = BASE + route.path.replace(/:(\w+)/g, '{$1}')
      const operation = operationOf(feature, name, route)
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jiayuan 家园',
      version: '1',
      description: 'Governance of residential communities: complaints, notices, votes, fees.',
      license: { name: 'UNLICENSED', identifier: 'LicenseRef-UNLICENSED' },
    },
    servers: [{ url: '/' }],
    tags: Object.keys(api).map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: PROBLEM },
    },
  }
}

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A Chinese sentence for a resident' },
    code: { type: 'string', enum: [...Object.keys(refusals), 'server.fault'].sort() },
    request: { type: 'string' },
  },
}

function operationOf(feature: string, name: string, route: Route): Record<string, unknown> {
  const input = schemaOf(route.input, 'input')
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, param]) => param ?? '')
  const rest = Object.keys(input.properties ?? {}).filter((key) => !inPath.includes(key))
  const parameters = [
    ...inPath.map((param) => parameter('path', param, input)),
    ...(route.method === 'GET' ? rest.map((param) => parameter('query', param, input)) : []),
    ...(route.idempotency === undefined || route.idempotency === 'none'
      ? []
      : [idempotencyKey(route.idempotency === 'required')]),
  ]
  return {
    operationId: `${feature}.${name}`,
    tags: [feature],
    summary: route.summary,
    'x-access': route.access,
    ...(route.access === 'anyone' ? { security: [] } : { security: [{ session: [] }] }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.method === 'GET' || rest.length === 0 ? {} : { requestBody: body(input, rest) }),
    responses: {
      [String(route.success ?? 200)]: answer('Done', schemaOf(route.output, 'output')),
      default: {
        description: 'Refused, with the reason',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const made: Record<string, unknown> = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  delete made['$schema']
  return made
}

const parameter = (place: 'path' | 'query', name: string, input: Schema) => ({
  in: place,
  name,
  required: place === 'path' || (input.required ?? []).includes(name),
  schema: input.properties?.[name] ?? { type: 'string' },
})

const idempotencyKey = (required: boolean) => ({
  in: 'header',
  name: 'Idempotency-Key',
  required,
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
})

const body = (input: Schema, rest: readonly string[]) => ({
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: Object.fromEntries(rest.map((key) => [key, input.properties?.[key]])),
        required: (input.required ?? []).filter((key) => rest.includes(key)),
        additionalProperties: false,
      },
    },
  },
})

const answer = (description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
})

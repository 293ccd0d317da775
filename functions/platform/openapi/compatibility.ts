interface Schema {
  readonly type?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}
interface Parameter {
  readonly in: string
  readonly name: string
  readonly required: boolean
  readonly schema: Schema
}
interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> }
  readonly responses: Readonly<Record<string, { content?: Record<string, { schema: Schema }> }>>
}
export interface OpenapiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const JSON_TYPE = 'application/json'

/**
 * What a mini-program built against `released` would trip over: WeChat keeps old packages alive for days,
 * so within one release a contract changes by addition only.
 */
export function breakingChanges(released: OpenapiDocument, current: OpenapiDocument): string[] {
  return Object.entries(released.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, was]) => {
      const at = `${method.toUpperCase()} ${path}`
      const is = current.paths[path]?.[method]
      return is ? changesOf(at, was, is) : [`${at}: is gone`]
    }),
  )
}

function changesOf(at: string, was: Operation, is: Operation): string[] {
  const known = new Set((was.parameters ?? []).map((p) => `${p.in} ${p.name}`))
  const demanded = (is.parameters ?? [])
    .filter((p) => p.required && !known.has(`${p.in} ${p.name}`))
    .map((p) => `${at}: demands the new ${p.in} parameter ${p.name}`)
  const bodyWas = was.requestBody?.content[JSON_TYPE]?.schema
  const bodyIs = is.requestBody?.content[JSON_TYPE]?.schema
  const statuses = Object.keys(was.responses).flatMap((status) => {
    const before = was.responses[status]?.content?.[JSON_TYPE]?.schema
    const after = is.responses[status]?.content?.[JSON_TYPE]?.schema
    if (before === undefined) return []
    return after ? lost(`${at} ${status}`, before, after) : [`${at}: no longer answers ${status}`]
  })
  return [
    ...demanded,
    ...(bodyIs ? narrowed(`${at} body`, bodyWas ?? {}, bodyIs) : []),
    ...statuses,
  ]
}

/** Of what is sent: nothing new may be demanded, no value that was taken may be refused. */
function narrowed(at: string, was: Schema, is: Schema): string[] {
  const demanded = (is.required ?? []).filter((name) => !(was.required ?? []).includes(name))
  const dropped = Object.keys(was.properties ?? {}).filter((name) => !is.properties?.[name])
  const values = is.enum ? (was.enum ?? []).filter((value) => !is.enum?.includes(value)) : []
  return [
    ...demanded.map((name) => `${at}: now demands ${name}`),
    ...dropped.map((name) => `${at}: no longer takes ${name}`),
    ...values.map((value) => `${at}: no longer takes ${String(value)}`),
    ...inside(at, was, is, narrowed),
  ]
}

/** Of what is answered: nothing that was promised may be missing, no new value stand where old code must choose. */
function lost(at: string, was: Schema, is: Schema): string[] {
  const missing = Object.keys(was.properties ?? {}).filter((name) => !is.properties?.[name])
  const loose = (was.required ?? []).filter((name) => !(is.required ?? []).includes(name))
  const values = was.enum ? (is.enum ?? []).filter((value) => !was.enum?.includes(value)) : []
  return [
    ...missing.map((name) => `${at}: no longer answers ${name}`),
    ...loose.map((name) => `${at}: no longer promises ${name}`),
    ...values.map((value) => `${at}: may now answer ${String(value)}`),
    ...inside(at, was, is, lost),
  ]
}

type Compare = (at: string, was: Schema, is: Schema) => string[]

const inside = (at: string, was: Schema, is: Schema, compare: Compare): string[] => [
  ...Object.entries(was.properties ?? {}).flatMap(([name, before]) => {
    const after = is.properties?.[name]
    return after ? compare(`${at}.${name}`, before, after) : []
  }),
  ...(was.items && is.items ? compare(`${at}[]`, was.items, is.items) : []),
  ...(was.type !== is.type ? [`${at}: was ${String(was.type)}, is ${String(is.type)}`] : []),
]

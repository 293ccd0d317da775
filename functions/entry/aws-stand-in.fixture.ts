import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'

export interface SecretsStandIn {
  readonly endpoint: string
  /** By name; what is not here does not exist. */
  readonly secrets: Map<string, string>
  /** Names asked for, in order. */
  readonly asked: readonly string[]
  readonly stop: () => Promise<void>
}

const SIGNED = /^AWS4-HMAC-SHA256 Credential=[\w-]+\/\d{8}\/[\w-]+\/secretsmanager\/aws4_request, /

/** Answers GetSecretValue as Secrets Manager does, to whoever signs. */
export async function serveSecrets(
  given: Readonly<Record<string, string>>,
): Promise<SecretsStandIn> {
  const secrets = new Map(Object.entries(given))
  const asked: string[] = []
  const app = new Hono()
  app.post('/', async (c) => {
    const isAsked = c.req.header('x-amz-target') === 'secretsmanager.GetSecretValue'
    if (!isAsked || !SIGNED.test(c.req.header('authorization') ?? '')) {
      return c.json({ __type: 'IncompleteSignature' }, 400)
    }
    const { SecretId: name } = await c.req.json<{ SecretId: string }>()
    asked.push(name)
    const SecretString = secrets.get(name)
    return SecretString === undefined
      ? c.json({ __type: 'ResourceNotFoundException' }, 400)
      : c.json({ Name: name, SecretString })
  })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { endpoint: `http://127.0.0.1:${port}`, secrets, asked, stop }
}

// One of several processes with one token: asks WeChat to check texts, as fast as it is answered.
import { setTimeout as wait } from 'node:timers/promises'
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { openRing, ringOf } from '../keys/ring.ts'
import { ringVault } from '../keys/vault.ts'
import { dynamoTable } from '../table/dynamo-table.ts'
import { sharedToken } from './shared-token.ts'
import { weixinHttp } from './weixin-http.ts'

export interface ProcessTask {
  readonly table: string
  readonly config: DynamoDBClientConfig
  readonly app: { readonly appid: string; readonly secret: string }
  readonly baseUrl: string
  readonly openid: string
  readonly texts: number
  /** Its clock against the others'. */
  readonly skewMs: number
}

async function work({ table: name, config, app, baseUrl, openid, texts, skewMs }: ProcessTask) {
  const now = (): Date => new Date(Date.now() + skewMs)
  const { random } = Math
  const table = dynamoTable(name, config, { now })
  const vault = ringVault(openRing(ringOf(Buffer.alloc(32, 7)), { now }))
  const outside = { fetch, now, random, wait: (ms: number) => wait(ms) }
  const needs = { table, vault, now, random, wait: outside.wait }
  const weixin = weixinHttp(
    { ...app, baseUrl },
    { ...outside, share: (ask) => sharedToken(needs, app.appid, ask) },
  )
  const ask = { openid, content: '楼道漏水', scene: 'forum' } as const
  const verdicts = await Promise.all(Array.from({ length: texts }, () => weixin.checkText(ask)))
  process.stdout.write(verdicts.map(({ suggest }) => suggest).join(' '))
  await table.close()
}

const [, , task = ''] = process.argv
void work(JSON.parse(task) as ProcessTask)

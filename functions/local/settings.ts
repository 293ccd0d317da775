import path from 'node:path'
import type { LimitSizes } from '../platform/limits/limits.ts'
import { DEFAULT_SIZES } from '../platform/limits/limits.ts'
import type { Mode } from '../platform/ports.ts'
import {
  readSubscribeTemplates,
  type SubscribeTemplates,
} from '../platform/weixin/subscribe-templates.ts'
import { StartError } from './data-folder.ts'

export interface LocalSettings {
  readonly host: string
  readonly port: number
  readonly folder: string
  readonly mode: Mode
  /** What the demo's clock shows on its first start. */
  readonly demoNow: Date | undefined
  readonly limits: LimitSizes
  readonly quiet: boolean
  /** How phones and WeChat reach it from outside, without a slash at its end; the demo needs none. */
  readonly publicUrl: string
  readonly realNow: () => Date
  /** The keys' document, where they do not lie in the data folder. */
  readonly keys: string | undefined
  /** Where WeChat is asked outside the demo. */
  readonly weixin: WeixinAccount | undefined
  /** WeChat's templates outside the demo; without them its messages stay in the inbox. */
  readonly templates: SubscribeTemplates
}

/** As WeChat's console shows them. */
interface WeixinAccount {
  readonly appid: string
  readonly secret: string
  readonly token: string
  readonly encodingAesKey: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws StartError naming the variable that does not fit */
export function settingsFrom(env: Environment, realNow: () => Date): LocalSettings {
  const mode = env['MODE'] ?? 'demo'
  if (mode !== 'demo' && mode !== 'production') throw unfit('MODE', mode, 'demo or production')
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port: portOf(env['PORT'] ?? '8080'),
    folder: path.resolve(env['DATA_DIR'] ?? './data'),
    mode,
    demoNow: dateOf(env['DEMO_NOW']),
    limits: { ...DEFAULT_SIZES, ...perMinute(env['WRITES_PER_MINUTE']) },
    quiet: env['LOG'] === 'off',
    publicUrl: (env['PUBLIC_URL'] ?? '').replace(/\/$/, ''),
    realNow,
    keys: env['KEYS'] === '' ? undefined : env['KEYS'],
    weixin: accountFrom(env),
    templates: templatesFrom(env['WX_TEMPLATES'] ?? ''),
  }
}

function accountFrom(env: Environment): WeixinAccount | undefined {
  const { WX_APPID: appid, WX_SECRET: secret, WX_PUSH_TOKEN: token, WX_PUSH_KEY: key } = env
  const isWhole = appid && secret && token && key
  return isWhole ? { appid, secret, token, encodingAesKey: key } : undefined
}

function templatesFrom(text: string): SubscribeTemplates {
  try {
    return text === '' ? {} : readSubscribeTemplates(JSON.parse(text))
  } catch {
    throw unfit('WX_TEMPLATES', text, 'JSON like {"complaint_progress": "<template id>"}')
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw unfit('PORT', text, 'a number from 0 to 65535')
}

function dateOf(text: string | undefined): Date | undefined {
  if (text === undefined || text === '') return undefined
  const time = new Date(text)
  if (!Number.isNaN(time.getTime())) return time
  throw unfit('DEMO_NOW', text, 'a time like 2026-11-21T02:00:00Z')
}

function perMinute(text: string | undefined): Partial<LimitSizes> {
  if (text === undefined) return {}
  if (!/^\d{1,9}$/.test(text)) throw unfit('WRITES_PER_MINUTE', text, 'a number')
  return { write: Number(text), login: Number(text), read: Number(text) }
}

const unfit = (name: string, value: string, wanted: string): StartError =>
  new StartError(`${name} is ${JSON.stringify(value)}; expected ${wanted}`)

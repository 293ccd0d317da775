import { DEMO_LOGINS } from '../sessions/demo-logins.ts'
import { createWeixinStandIn, type WeixinStandIn } from '../platform/weixin/stand-in/stand-in.ts'
import { weixinHttp } from '../platform/weixin/weixin-http.ts'
import type { Weixin } from '../platform/weixin/weixin.ts'
import { StartError } from './data-folder.ts'
import type { LocalSettings } from './settings.ts'
import { demoTemplates } from './demo-templates.ts'
import type { SubscribeTemplates } from '../platform/weixin/subscribe-templates.ts'
import type { PushSettings } from '../platform/weixin/push.ts'

const DEMO_APP = { appid: 'wx0000000000demo', secret: 'demo-secret' } as const
const DEMO_PUSH: PushSettings = { token: 'demo-push', appid: DEMO_APP.appid }

const PUSH_ADDRESS = 'http://localhost/api/v1/weixin/push'
const MEDIA_DELAY_MS = 500

interface OpenWeixin {
  readonly weixin: Weixin
  readonly standIn: WeixinStandIn | undefined
  /** By which WeChat's messages are known to be WeChat's. */
  readonly push: PushSettings | undefined
  readonly templates: SubscribeTemplates
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const NEEDED =
  'MODE=production needs WX_APPID, WX_SECRET, WX_PUSH_TOKEN, WX_PUSH_KEY and PUBLIC_URL'

/** Everything the process serves, under its public address. */
export interface Site {
  fetch: (request: Request, env?: object) => Response | Promise<Response>
}

/** WeChat itself where its credentials are given, the stand-in in the demo. @throws StartError */
export function openWeixin(
  { mode, weixin, publicUrl, templates }: LocalSettings,
  now: () => Date,
  random: () => number,
  site: Site,
): OpenWeixin {
  if (mode === 'demo') return demoWeixin(now, random, site)
  if (!weixin || publicUrl === '') throw new StartError(NEEDED)
  const { token, encodingAesKey, ...app } = weixin
  return {
    weixin: weixinHttp(app, { fetch, now, random, wait }),
    standIn: undefined,
    push: { appid: app.appid, token, encodingAesKey },
    templates,
  }
}

/**
 * WeChat as the demo has it: the product's own adapter, asking a stand-in in this process.
 * @param site answers the stand-in's downloads and messages, as the public address would
 */
function demoWeixin(now: () => Date, random: () => number, site: Site): OpenWeixin {
  const answered = (url: string, init?: RequestInit): Promise<Response> =>
    Promise.resolve(site.fetch(new Request(new URL(url, 'http://localhost').href, init)))
  const standIn = createWeixinStandIn({
    now,
    random,
    push: answered,
    download: (url) => answered(url),
    later: (ms, task) => void setTimeout(() => void task(), ms).unref(),
    settings: {
      ...DEMO_APP,
      standingCodes: DEMO_LOGINS.map((login) => login.code),
      standingPhones: true,
      assumeVisits: true,
      push: { url: PUSH_ADDRESS, token: DEMO_PUSH.token, delayMs: MEDIA_DELAY_MS },
      templates: demoTemplates.known,
    },
  })
  return {
    standIn,
    weixin: weixinHttp(DEMO_APP, { fetch: standIn.fetch, now, random, wait }),
    push: DEMO_PUSH,
    templates: demoTemplates.settings,
  }
}

import type { Suggestion } from '../weixin.ts'

export interface StandInSettings {
  readonly appid: string
  readonly secret: string
  /** The app is bound to an open platform account, so logins carry a unionid. */
  readonly unionBound?: boolean
  /** Login codes that are good any number of times, for a demo. */
  readonly standingCodes?: readonly string[]
  /** Phone codes `demo-phone:<number>` are good any number of times, for a demo. */
  readonly standingPhones?: boolean
  /** Everybody counts as using the app now. WeChat sees each visit; the stand-in sees only logins, and forgets them on a restart. */
  readonly assumeVisits?: boolean
  /** Where its messages go, as set in WeChat's console; without it none are sent. */
  readonly push?: {
    readonly url: string
    readonly token: string
    readonly encodingAesKey?: string
    /** From the request to the verdict; WeChat says within 30 minutes. */
    readonly delayMs?: number
    /** JSON unless said otherwise. */
    readonly format?: 'json' | 'xml'
  }
  /** The templates of the app's messages, by id. */
  readonly templates?: Readonly<Record<string, StandInTemplate>>
  readonly words?: readonly WordRule[]
}

export interface StandInTemplate {
  readonly title: string
  /** `thing1`, `time2` …: each must be given, and nothing else. */
  readonly keys: readonly string[]
}

/** A text that holds the word gets this verdict. */
export interface WordRule {
  readonly word: string
  readonly suggest: Suggestion
  readonly label: number
}

export const DEFAULT_WORDS: readonly WordRule[] = [
  { word: '代开发票', suggest: 'risky', label: 20008 },
  { word: '网上赌场', suggest: 'risky', label: 20006 },
  { word: '加我微信', suggest: 'review', label: 10001 },
  { word: '滚出小区', suggest: 'review', label: 20003 },
]

/** Everything outside it. */
export interface StandInOutside {
  readonly now: () => Date
  /** From 0 to less than 1. */
  readonly random: () => number
  /** Delivers a message to the address of the settings. */
  readonly push: (url: string, init: RequestInit) => Promise<Response>
  /** Fetches a picture it was asked to look at. */
  readonly download: (url: string) => Promise<Response>
  /** Runs something after so many milliseconds. */
  readonly later: (ms: number, task: () => Promise<void>) => void
}

/** What a test or a demo may turn while it runs. */
export interface Switches {
  /** A gateway answers instead, with HTML and 502. */
  down: boolean
  /** Every answer takes so long. */
  slowMs: number
  /** The next answers are these errors, one each. */
  failures: number[]
}

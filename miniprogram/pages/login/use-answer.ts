import { useEffect, useState } from 'react'
import type { Session } from '#shared/sessions/contract.ts'
import { asApiError, type ApiError } from '#miniprogram/platform/api-error.ts'
import { api } from '#miniprogram/platform/api.ts'
import { now } from '#miniprogram/platform/clock.ts'

const POLL_MS = 3_000

export type Offered = Awaited<ReturnType<typeof api.sessions.startWebLogin>>
type Heard = Awaited<ReturnType<typeof api.sessions.pollWebLogin>>

type Answer =
  /** Nobody has answered yet; or nobody could be asked. */
  | { readonly kind: 'none' | 'cut off' }
  | { readonly kind: 'let in'; readonly session: Session }
  | { readonly kind: 'over'; readonly why: string }

const REFUSED = '手机上点了“不是我，拒绝”，所以这里没有登录。要登录，请换一个二维码。'
const EXPIRED = '二维码过了 2 分钟，已经失效。要登录，请换一个。'
const USED = '这个二维码已经用过了。要在这里登录，请换一个。'

function answerIn(heard: Heard): Answer {
  if (heard.session) return { kind: 'let in', session: heard.session }
  return heard.state === 'refused' ? { kind: 'over', why: REFUSED } : { kind: 'none' }
}

/** What ends the waiting for good; anything else may pass. */
function answerTo({ code }: ApiError): Answer {
  if (code === 'sessions.web_login_over') return { kind: 'over', why: USED }
  if (code === 'sessions.web_login_unknown') return { kind: 'over', why: EXPIRED }
  return { kind: 'cut off' }
}

/** Asks every three seconds whether the phone has answered, until it has or the time is over. */
export function useAnswer({ code, secret, expiresAt }: Offered): Answer {
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' })
  useEffect(() => {
    let live = true
    const ask = async (): Promise<void> => {
      const heard = await api.sessions
        .pollWebLogin({ code, secret })
        .then(answerIn, (err: unknown) => answerTo(asApiError(err)))
      if (!live) return
      const isOpen = heard.kind === 'none' || heard.kind === 'cut off'
      // Asked before it is called over: an answer of the last moment is still heard.
      const isLate = isOpen && now().getTime() > Date.parse(expiresAt)
      setAnswer(isLate ? { kind: 'over', why: EXPIRED } : heard)
      if (isOpen && !isLate) timer = setTimeout(() => void ask(), POLL_MS)
    }
    let timer = setTimeout(() => void ask(), POLL_MS)
    return () => {
      live = false
      clearTimeout(timer)
    }
  }, [code, secret, expiresAt])
  return answer
}

/** A token as WeChat gave it, with the seconds it has left. */
export interface GivenToken {
  readonly token: string
  readonly expiresIn: number
}

export interface StableToken {
  /** Asks WeChat at most once at a time, however many are waiting. */
  get(): Promise<string>
  /** WeChat no longer takes this one; a newer one that somebody has fetched meanwhile stays. */
  drop(token: string): void
}

/** Asks for the token; one that WeChat refused is named, so that it is not handed out again. */
export type AskToken = (refused?: string) => Promise<GivenToken>

// In its last five minutes WeChat already gives out the next one, and both are good.
const RENEWED_BEFORE = 300
const SHORTEST = 5

export const isRenewedNow = (expiresIn: number): boolean => expiresIn <= RENEWED_BEFORE

/** Keeps the access token of this process, and has it asked for once however many wait. */
export function stableToken(ask: AskToken, now: () => Date): StableToken {
  let held: { readonly token: string; readonly freshUntil: number } | undefined
  let underway: Promise<string> | undefined
  let refused: string | undefined

  const renew = async (): Promise<string> => {
    const asked = now().getTime()
    const { token, expiresIn } = await ask(refused)
    const fresh = Math.max(expiresIn - RENEWED_BEFORE, SHORTEST)
    held = { token, freshUntil: asked + fresh * 1_000 }
    return token
  }

  return {
    get() {
      if (held && now().getTime() < held.freshUntil) return Promise.resolve(held.token)
      underway ??= renew().finally(() => {
        underway = undefined
      })
      return underway
    },
    drop(token) {
      if (held?.token !== token) return
      held = undefined
      refused = token
    },
  }
}

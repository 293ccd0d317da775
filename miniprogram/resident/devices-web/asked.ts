import { api } from '#miniprogram/platform/api.ts'

/** A browser that waits to be let in. */
export interface Asked {
  readonly code: string
  readonly browser: string
  readonly askedAt: string
}

export interface Answering {
  readonly onDone: (done: 'confirmed' | 'refused') => void
  /** To another code. */
  readonly onAgain: () => void
}

/** @throws ApiError where there is none of that code, or it is over */
export const askedBy = async (code: string): Promise<Asked> => ({
  ...(await api.sessions.webLogin({ code })),
  code: code.toUpperCase().replace(/[\s-]/g, ''),
})

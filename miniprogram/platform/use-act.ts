import { useRef, useState } from 'react'
import { asApiError, type ApiError } from './api-error.ts'

export interface Act<A extends readonly unknown[], R> {
  /** `undefined` where it failed, or where the one before is still under way. */
  readonly run: (...args: A) => Promise<R | undefined>
  readonly busy: boolean
  readonly trouble: ApiError | undefined
}

/** Something a person does that the server has to answer: one at a time, however often it is tapped. */
export function useAct<A extends readonly unknown[], R>(
  act: (...args: A) => Promise<R>,
): Act<A, R> {
  const flying = useRef(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<ApiError>()

  const run = async (...args: A): Promise<R | undefined> => {
    if (flying.current) return undefined
    flying.current = true
    setBusy(true)
    setTrouble(undefined)
    try {
      return await act(...args)
    } catch (err) {
      setTrouble(asApiError(err))
      return undefined
    } finally {
      flying.current = false
      setBusy(false)
    }
  }
  return { run, busy, trouble }
}

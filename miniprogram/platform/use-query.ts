import { useCallback, useEffect, useRef, useState } from 'react'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { asApiError, type ApiError } from './api-error.ts'
import { now } from './clock.ts'

/** What a page knows about what it asked for. Data that could not be refreshed stays, with its trouble beside it. */
export interface Query<T> {
  readonly data: T | undefined
  readonly trouble: ApiError | undefined
  /** Nothing yet, neither data nor trouble. */
  readonly waiting: boolean
  /** When the data came. */
  readonly at: Date | undefined
  readonly reload: () => Promise<void>
  /** Shows what an act answered with, without asking again. */
  readonly put: (data: T) => void
}

interface Shown<T> {
  readonly about: string
  readonly data?: T
  readonly at?: Date
  readonly trouble?: ApiError
}

/**
 * Loads when the page opens, whenever it is shown again and when it is pulled down.
 * @param about names what is loaded: once it changes, what is shown is no longer about it
 */
export function useQuery<T>(about: string, load: () => Promise<T>): Query<T> {
  const [shown, setShown] = useState<Shown<T>>({ about })
  const latest = useRef(load)
  const flight = useRef<{ readonly about: string; readonly landing: Promise<void> }>()

  useEffect(() => {
    latest.current = load
  })

  const put = useCallback((data: T) => setShown({ about, data, at: now() }), [about])

  const reload = useCallback((): Promise<void> => {
    if (flight.current?.about === about) return flight.current.landing
    const mine = {
      about,
      landing: latest
        .current()
        .then(
          (data) => (): void => put(data),
          (err: unknown) => (): void =>
            setShown((old) => ({
              ...(old.about === about ? old : { about }),
              trouble: asApiError(err),
            })),
        )
        .then((show) => {
          // Another question was asked meanwhile: this answer is no longer wanted.
          if (flight.current !== mine) return
          flight.current = undefined
          show()
        }),
    }
    flight.current = mine
    return mine.landing
  }, [about, put])

  useEffect(() => {
    void reload()
  }, [reload])
  useDidShow(() => void reload())
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()))

  const { data, trouble, at } = shown.about === about ? shown : {}
  return { data, trouble, at, waiting: data === undefined && !trouble, reload, put }
}

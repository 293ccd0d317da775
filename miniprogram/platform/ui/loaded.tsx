import type { ReactNode } from 'react'
import { formatTime } from '#shared/kernel/calendar.ts'
import { now } from '../clock.ts'
import type { Query } from '../use-query.ts'
import { NoticeBar } from './notice-bar.tsx'
import { Skeleton } from './skeleton.tsx'
import { TroubleView } from './trouble-view.tsx'

interface LoadedProps<T> {
  readonly query: Query<T>
  readonly children: (data: T) => ReactNode
  /** Cards in the skeleton. */
  readonly cards?: number
  /** What stands inside says itself how old it is. */
  readonly quiet?: boolean
}

/** What was asked for, or why it is not there. What could not be refreshed stays, and says from when it is. */
export function Loaded<T>({ query, children, cards = 3, quiet = false }: LoadedProps<T>) {
  const { data, trouble, at, reload } = query
  if (data === undefined) {
    return trouble ? <TroubleView trouble={trouble} retry={reload} /> : <Skeleton cards={cards} />
  }
  const since = at && formatTime(at, now())
  return (
    <>
      {trouble && !quiet && (
        <NoticeBar tone="amber" act={{ word: '再试', onPress: reload }}>
          {`刚才没有刷新成功，下面是 ${since ?? '之前'} 的内容。`}
        </NoticeBar>
      )}
      {children(data)}
    </>
  )
}

import type { ReactNode } from 'react'
import type { Query } from '#miniprogram/platform/use-query.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Skeleton } from '#miniprogram/platform/ui/skeleton.tsx'

interface BlockProps<T> {
  /** What it is about, for where it could not be had: `表决`. */
  readonly name: string
  readonly query: Query<T>
  /** Nothing where there is nothing to say. */
  readonly children: (data: T) => ReactNode
}

/** One part of a page that loads, fails and is tried again without the others. */
export function Block<T>({ name, query, children }: BlockProps<T>) {
  const { data, trouble, waiting, reload } = query
  return (
    <>
      {waiting && <Skeleton cards={1} />}
      {trouble && (
        <NoticeBar tone="amber" act={{ word: '再试', onPress: reload }}>
          {`${name}没有加载出来。${trouble.detail}`}
        </NoticeBar>
      )}
      {data !== undefined && children(data)}
    </>
  )
}

import type { ReactNode } from 'react'
import Taro from '@tarojs/taro'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { MOST } from './concerns.ts'

interface ShortListProps<T> {
  readonly title: string
  readonly all: readonly T[]
  /** The tab that shows the rest. */
  readonly seeAll: 'affairs' | 'complaints'
  /** `件投诉`: what the rest is counted in. */
  readonly unit: string
  readonly children: (one: T) => ReactNode
}

/** The first few, and how many more there are. Nothing at all where there is none. */
export function ShortList<T>({ title, all, seeAll, unit, children }: ShortListProps<T>) {
  if (all.length === 0) return null
  const more = all.length - MOST
  return (
    <Card title={title}>
      {all.slice(0, MOST).map(children)}
      {more > 0 && (
        <Row
          id={`more-${seeAll}`}
          title={`还有 ${more} ${unit}`}
          onPress={() => void Taro.switchTab({ url: `/pages/${seeAll}/index` })}
        />
      )}
    </Card>
  )
}

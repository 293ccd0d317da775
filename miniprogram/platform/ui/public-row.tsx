import { dayOf, daysBetween, formatDay } from '#shared/kernel/calendar.ts'
import { useNow } from '../clock.ts'
import { Row } from './row.tsx'
import { Tag } from './tag.tsx'

interface PublicRowProps {
  /** What should be public: `2026 年第三季度收支`. */
  readonly what: string
  /** Days in Shanghai, `2026-11-24`. */
  readonly dueOn?: string | undefined
  readonly publishedOn?: string | undefined
  readonly onPress?: (() => void) | undefined
}

/** What should be published and when it was; what is overdue says by how many days. */
export function PublicRow({ what, dueOn, publishedOn, onPress }: PublicRowProps) {
  const now = useNow()
  const day = (on: string) => formatDay(on, now)
  if (publishedOn !== undefined) {
    return (
      <Row
        title={what}
        note={`${day(publishedOn)}公布`}
        tag={<Tag tone="jade">已公布</Tag>}
        onPress={onPress}
      />
    )
  }
  const late = dueOn === undefined ? 0 : daysBetween(dueOn, dayOf(now))
  return (
    <Row
      title={what}
      note={dueOn === undefined ? '没有规定公布日期' : `应在 ${day(dueOn)}前公布`}
      tag={late > 0 ? <Tag tone="red">{`已超 ${late} 天`}</Tag> : <Tag tone="grey">还没公布</Tag>}
      onPress={onPress}
    />
  )
}

import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { formatTime } from '#shared/kernel/calendar.ts'
import { useNow } from '../clock.ts'
import { classes } from './classes.ts'
import { spoken } from './spoken.ts'
import styles from './timeline.module.scss'

export interface TimelineEntry {
  readonly key: string | number
  /** Role and masked name: `物业客服`, `王*`. */
  readonly role: string
  readonly name: string
  readonly what: string
  /** ISO instant. */
  readonly at: string
  readonly text?: string | undefined
  /** Photos or a rating, where the entry is. */
  readonly evidence?: ReactNode
  /** For staff only: set apart, and said to be. */
  readonly internal?: boolean
}

/** Who did what when, in the order given. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const now = useNow()
  return (
    <View {...spoken('list', { label: '经过' })}>
      {entries.map((entry) => (
        <View
          key={entry.key}
          className={classes(styles, 'entry', entry.internal === true && 'internal')}
          {...spoken('listitem')}
        >
          <View className={classes(styles, 'rail')}>
            <View className={classes(styles, 'dot')} />
          </View>
          <View className={classes(styles, 'words')}>
            <Text className={classes(styles, 'what')}>
              {[entry.role, entry.name, entry.what].filter((part) => part !== '').join(' ')}
            </Text>
            <Text className={classes(styles, 'when')}>{formatTime(new Date(entry.at), now)}</Text>
            {entry.internal === true && (
              <Text className={classes(styles, 'apart')}>内部记录，居民看不到</Text>
            )}
            {entry.text !== undefined && entry.text !== '' && (
              <Text className={classes(styles, 'text')}>{entry.text}</Text>
            )}
            {entry.evidence}
          </View>
        </View>
      ))}
    </View>
  )
}

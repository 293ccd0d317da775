import { Text, View } from '@tarojs/components'
import { weekdayOf, weeksOf, type CalendarDay } from '#shared/clocks/table-words.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import styles from './month-grid.module.scss'

interface MonthGridProps {
  /** `2027-02`. */
  readonly month: string
  readonly table: { readonly off: string[]; readonly worked: string[] }
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const

/** A month by weeks. 休 and 班 stand on the days the notice speaks of, so that colour never speaks alone. */
export const MonthGrid = ({ month, table }: MonthGridProps) => (
  <View className={classes(styles, 'grid')}>
    <View className={classes(styles, 'week')}>
      {WEEKDAYS.map((name) => (
        <View key={name} className={classes(styles, 'cell')}>
          <Text className={classes(styles, 'head')}>{name}</Text>
        </View>
      ))}
    </View>
    {weeksOf(month, table).map((week, n) => (
      <View key={n} className={classes(styles, 'week')}>
        {week.map((one, place) => (
          <DayCell key={one?.day ?? place} one={one} />
        ))}
      </View>
    ))}
  </View>
)

function DayCell({ one }: { readonly one: CalendarDay | undefined }) {
  if (!one) return <View className={classes(styles, 'cell')} />
  const { day, isWorked, mark } = one
  const date = Number(day.slice(8))
  const label = `${date} 日，${weekdayOf(day)}，${isWorked ? '上班' : '休息'}`
  return (
    <View className={classes(styles, 'cell', markClass(mark))} {...spoken('img', { label })}>
      <Text className={classes(styles, 'date', !isWorked && 'rest')}>{String(date)}</Text>
      <Text className={classes(styles, 'mark')}>{mark ?? ''}</Text>
    </View>
  )
}

const markClass = (mark: CalendarDay['mark']): 'off' | 'worked' | false => {
  if (mark === undefined) return false
  return mark === '休' ? 'off' : 'worked'
}

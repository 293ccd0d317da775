import { Text, View } from '@tarojs/components'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import { TickBox } from '#miniprogram/platform/ui/tick-box.tsx'
import styles from './tick-row.module.scss'

interface TickRowProps {
  readonly id: string
  readonly title: string
  readonly note?: string | undefined
  readonly isOn: boolean
  readonly onChange: () => void
}

/** A whole line to tick. */
export const TickRow = ({ id, title, note, isOn, onChange }: TickRowProps) => (
  <View
    id={id}
    {...spoken('checkbox', { label: title, checked: isOn })}
    className={classes(styles, 'row')}
    hoverClass={classes(styles, 'pressed')}
    onClick={onChange}
  >
    <TickBox ticked={isOn} />
    <View className={classes(styles, 'words')}>
      <Text className={classes(styles, 'title')}>{title}</Text>
      {note !== undefined && <Text className={classes(styles, 'note')}>{note}</Text>}
    </View>
  </View>
)

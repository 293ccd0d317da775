import { Text, View } from '@tarojs/components'
import styles from './choice-row.module.scss'
import { classes } from './classes.ts'
import { spoken } from './spoken.ts'

interface Option<V extends string> {
  readonly value: V
  readonly label: string
  readonly note?: string
}

interface ChoiceRowProps<V extends string> {
  /** Read aloud: what is being chosen. */
  readonly label: string
  readonly options: readonly Option<V>[]
  /** Nothing is chosen until somebody chooses. */
  readonly value: V | undefined
  readonly onChange: (value: V) => void
}

/** One of several, each a whole line to press. */
export const ChoiceRow = <V extends string>({
  label,
  options,
  value,
  onChange,
}: ChoiceRowProps<V>) => (
  <View className={classes(styles, 'choices')} {...spoken('radiogroup', { label })}>
    {options.map((option) => (
      <View
        key={option.value}
        {...spoken('radio', { label: option.label, checked: option.value === value })}
        className={classes(styles, 'choice', option.value === value && 'chosen')}
        hoverClass={classes(styles, 'pressed')}
        onClick={() => onChange(option.value)}
      >
        <View className={classes(styles, 'dot')} />
        <View className={classes(styles, 'words')}>
          <Text className={classes(styles, 'label')}>{option.label}</Text>
          {option.note !== undefined && (
            <Text className={classes(styles, 'note')}>{option.note}</Text>
          )}
        </View>
      </View>
    ))}
  </View>
)

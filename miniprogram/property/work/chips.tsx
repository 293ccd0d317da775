import { View } from '@tarojs/components'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import styles from './chips.module.scss'

interface ChipsProps<V extends string> {
  /** Read aloud: what is being chosen. */
  readonly label: string
  readonly options: readonly { readonly value: V; readonly word: string }[]
  readonly value: V | undefined
  readonly onChange: (value: V) => void
}

/** One of several that are a few characters each, side by side. */
export const Chips = <V extends string>({ label, options, value, onChange }: ChipsProps<V>) => (
  <View className={classes(styles, 'chips')} {...spoken('radiogroup', { label })}>
    {options.map((option) => (
      <View
        key={option.value}
        {...spoken('radio', { label: option.word, checked: option.value === value })}
        className={classes(styles, 'chip', option.value === value && 'chosen')}
        hoverClass={classes(styles, 'pressed')}
        onClick={() => onChange(option.value)}
      >
        {option.word}
      </View>
    ))}
  </View>
)

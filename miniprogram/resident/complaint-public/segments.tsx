import { View } from '@tarojs/components'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import styles from './segments.module.scss'

interface SegmentsProps<V extends string> {
  readonly label: string
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly value: V
  readonly onChange: (value: V) => void
}

/** Which of a few lists is shown, two in a line. */
export const Segments = <V extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentsProps<V>) => (
  <View className={classes(styles, 'segments')} {...spoken('radiogroup', { label })}>
    {options.map((option) => (
      <View
        key={option.value}
        id={`stage-${option.value}`}
        {...spoken('radio', { label: option.label, checked: option.value === value })}
        className={classes(styles, 'segment', option.value === value && 'chosen')}
        hoverClass={classes(styles, 'pressed')}
        onClick={() => onChange(option.value)}
      >
        {option.label}
      </View>
    ))}
  </View>
)

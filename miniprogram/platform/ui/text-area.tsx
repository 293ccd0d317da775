import { Text, Textarea } from '@tarojs/components'
import { lengthOf } from '#shared/kernel/text.ts'
import { classes } from './classes.ts'
import styles from './field.module.scss'
import { spoken } from './spoken.ts'

interface TextAreaProps {
  /** Read aloud: the question it answers. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Characters the server takes; typing on is possible, sending is not. */
  readonly most: number
  readonly placeholder?: string
  readonly id?: string
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

/** Several lines of text, in a `Field`, with how many of the allowed characters are used. */
export function TextArea({ label, value, onChange, most, placeholder = '', id }: TextAreaProps) {
  const used = lengthOf(value)
  const over = used - most
  return (
    <>
      <Textarea
        {...(id !== undefined && { id })}
        {...spoken('textbox', { label })}
        className={classes(styles, 'input', 'text')}
        placeholderClass={classes(styles, 'placeholder')}
        placeholder={placeholder}
        value={value}
        maxlength={-1}
        autoHeight
        showConfirmBar={false}
        onInput={(e) => onChange(e.detail.value)}
      />
      <Text className={classes(styles, 'count', over > 0 && 'over')}>
        {over > 0 ? `多了 ${grouped(over)} 字，请删减` : `${grouped(used)} / ${grouped(most)} 字`}
      </Text>
    </>
  )
}

import { Input } from '@tarojs/components'
import { classes } from './classes.ts'
import styles from './field.module.scss'
import { spoken } from './spoken.ts'

interface TextLineProps {
  /** Read aloud: the question it answers. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly id?: string
}

/** One line of text, in a `Field`. Its length is judged by the rule that takes it, not cut here. */
export const TextLine = ({ label, value, onChange, placeholder = '', id }: TextLineProps) => (
  <Input
    {...(id !== undefined && { id })}
    {...spoken('textbox', { label })}
    className={classes(styles, 'input')}
    placeholderClass={classes(styles, 'placeholder')}
    placeholder={placeholder}
    value={value}
    maxlength={-1}
    onInput={(e) => onChange(e.detail.value)}
  />
)

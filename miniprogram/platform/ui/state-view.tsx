import { Text, View } from '@tarojs/components'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import styles from './state-view.module.scss'

interface StateViewProps {
  readonly title: string
  readonly note?: string | undefined
  /** The next sensible act. */
  readonly act?: { readonly word: string; readonly onPress: () => unknown } | undefined
  /** Small print: a number to quote. */
  readonly print?: string | undefined
}

/** What stands where content would: nothing yet, nothing allowed, or nothing reached. */
export const StateView = ({ title, note, act, print }: StateViewProps) => (
  <View className={classes(styles, 'state')}>
    <Text className={classes(styles, 'title')}>{title}</Text>
    {note !== undefined && <Text className={classes(styles, 'note')}>{note}</Text>}
    {act && (
      <View className={classes(styles, 'act')}>
        <Button kind="plain" onPress={act.onPress}>
          {act.word}
        </Button>
      </View>
    )}
    {print !== undefined && <Text className={classes(styles, 'print')}>{print}</Text>}
  </View>
)

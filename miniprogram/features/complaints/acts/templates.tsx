import { View } from '@tarojs/components'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import styles from './templates.module.scss'

interface TemplatesProps {
  readonly community: string
  readonly onPick: (text: string) => void
}

/** Replies the community's staff use again and again: a tap puts one into the text. A form does without them. */
export function Templates({ community, onPick }: TemplatesProps) {
  const { data } = useQuery(`complaint settings ${community}`, () =>
    api.complaints.settings({ community }),
  )
  const templates = data?.settings.templates ?? []
  if (templates.length === 0) return null
  return (
    <View className={classes(styles, 'chips')}>
      {templates.map(({ name, text }) => (
        <View
          key={name}
          {...spoken('button', { label: `用常用语：${name}` })}
          className={classes(styles, 'chip')}
          hoverClass={classes(styles, 'pressed')}
          onClick={() => onPick(text)}
        >
          {name}
        </View>
      ))}
    </View>
  )
}

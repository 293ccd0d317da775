import { Text, View } from '@tarojs/components'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { NewCode } from '#shared/bindings/views.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import styles from './code-slip.module.scss'
import { CODE_NAMES } from './words.ts'

interface CodeSlipProps {
  readonly code: NewCode
  readonly communityName: string
}

/** A slip of paper with a one-time code, drawn as it is to be printed or copied. The code is spelt out for reading aloud. */
export function CodeSlip({ code, communityName }: CodeSlipProps) {
  const now = useNow()
  const { secret, unit, relation, expiresAt } = code
  return (
    <View className={`${classes(styles, 'slip')} code-slip`}>
      <Text className={classes(styles, 'title')}>{`${communityName} 房屋绑定验证码`}</Text>
      <Text>{`房屋：${unit}　绑定为：${CODE_NAMES[relation]}`}</Text>
      <View
        className={classes(styles, 'code')}
        {...spoken('img', { label: `验证码：${Array.from(secret).join(' ')}` })}
      >
        <Text className={classes(styles, 'secret')}>{secret}</Text>
      </View>
      <Text>{`${formatTime(new Date(expiresAt), now)} 前有效，只能用一次，请不要给别人看。`}</Text>
      <Text className={classes(styles, 'how')}>
        怎么用：打开微信小程序“家园”，点“绑定我的房屋”，选“我有纸质验证码”，照着输入。
      </Text>
    </View>
  )
}

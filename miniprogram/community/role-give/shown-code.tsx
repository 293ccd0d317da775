import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { formatTime } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { termWords, titleOf } from '#miniprogram/features/people/words.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import type { Given } from './given.ts'
import styles from './shown-code.module.scss'

interface ShownCodeProps {
  readonly given: Given
  readonly placeName: string
}

/** The code, once: to be handed to the invited person, who enters it on their own phone. */
export function ShownCode({ given: { invitation, code }, placeName }: ShownCodeProps) {
  const now = useNow()
  const { name, expiresAt } = invitation
  return (
    <>
      <NoticeBar tone="amber">
        邀请码只显示这一次。请现在当面或电话交给本人，不要发到群里。
      </NoticeBar>
      <Card title={`给${name}的邀请码`}>
        <View
          className={classes(styles, 'code')}
          {...spoken('img', { label: `邀请码：${Array.from(code).join(' ')}` })}
        >
          <Text className={classes(styles, 'symbols')} id="invitation-code">
            {code}
          </Text>
        </View>
        <Row title={`${placeName} ${titleOf(invitation)}`} note={termWords(invitation, now)} />
        <Row
          title="怎么用"
          note={`本人登录“家园”，在“我的”里点“输入邀请码”。${formatTime(new Date(expiresAt), now)} 前有效，只能用一次。`}
        />
      </Card>
      <Action>
        <Button id="handed-over" onPress={() => Taro.navigateBack()}>
          已交给本人
        </Button>
      </Action>
    </>
  )
}

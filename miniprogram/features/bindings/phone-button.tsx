import { Button as TaroButton, View } from '@tarojs/components'
import styles from '#miniprogram/platform/ui/button.module.scss'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'

/** What WeChat's button tells: a code to be exchanged by the server, or why there is none. */
interface Told {
  readonly code?: string
  readonly errMsg?: string
  readonly errno?: number
}

interface PhoneButtonProps {
  readonly children: string
  readonly busy: boolean
  readonly onCode: (code: string) => unknown
  /** Why there is no number, in words for the person. */
  readonly onNone: (why: string) => void
}

/** The operator has used up what WeChat allows: no fault of the person's. */
const NO_QUOTA = 1_400_001

const whyNone = ({ errno }: Told): string =>
  errno === NO_QUOTA
    ? '微信今天给不出更多手机号了。请用纸质验证码，或带证件到社区办理。'
    : '您没有同意提供手机号。也可以用纸质验证码，或带证件到社区办理。'

/**
 * WeChat's own button for the phone number: it asks for the privacy agreement of the mini-program first,
 * then for the number; we get a code that only our server can exchange.
 */
export function PhoneButton({ children, busy, onCode, onNone }: PhoneButtonProps) {
  const hear = ({ detail }: { readonly detail: Told }): void => {
    if (detail.code !== undefined && detail.code !== '') void onCode(detail.code)
    else onNone(whyNone(detail))
  }
  const word = busy ? '正在核对…' : children
  return (
    <View className={classes(styles, 'whole')}>
      <TaroButton
        id="give-phone"
        {...spoken('button', { label: word })}
        className={classes(styles, 'button', 'primary', busy && 'busy')}
        hoverClass={classes(styles, 'pressed')}
        openType="getPhoneNumber|agreePrivacyAuthorization"
        {...(busy && { disabled: true })}
        onGetPhoneNumber={hear}
      >
        {word}
      </TaroButton>
    </View>
  )
}

import { useRef, useState } from 'react'
import { Button as TaroButton, Text, View } from '@tarojs/components'
import styles from './button.module.scss'
import { classes } from './classes.ts'
import { spoken } from './spoken.ts'

interface ButtonProps {
  readonly children: string
  readonly onPress: () => unknown
  /** `primary` once a screen, at its bottom; `danger` names what it destroys. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly busy?: boolean
  readonly busyWord?: string
  /** Why it cannot be pressed now. A button that is off always says so. */
  readonly off?: string | undefined
  readonly id?: string
  /** In WeChat a press also tells WeChat that the person agrees to its privacy contract. */
  readonly openType?: 'agreePrivacyAuthorization'
}

/** A tap while the last one is still being answered does nothing. */
export function Button({
  children,
  onPress,
  busy = false,
  busyWord = '请稍候…',
  off,
  ...rest
}: ButtonProps) {
  const { press, waiting } = useSingleFlight(onPress)
  const state = stateOf(busy || waiting, off)
  const isOff = state !== false
  const word = state === 'busy' ? busyWord : children
  return (
    <View className={classes(styles, 'whole')}>
      <TaroButton
        {...(rest.id !== undefined && { id: rest.id })}
        {...(rest.openType !== undefined && { openType: rest.openType })}
        {...spoken('button', { label: word })}
        className={classes(styles, 'button', rest.kind ?? 'primary', state)}
        hoverClass={classes(styles, 'pressed')}
        {...(isOff && { disabled: true })}
        onClick={() => {
          if (!isOff) void press()
        }}
      >
        {word}
      </TaroButton>
      {off !== undefined && <Text className={classes(styles, 'why')}>{off}</Text>}
    </View>
  )
}

const stateOf = (isBusy: boolean, off: string | undefined) =>
  isBusy ? 'busy' : off !== undefined && 'off'

function useSingleFlight(act: () => unknown) {
  const flying = useRef(false)
  const [waiting, setWaiting] = useState(false)
  const press = async (): Promise<void> => {
    if (flying.current) return
    const answer = act()
    if (!(answer instanceof Promise)) return
    flying.current = true
    setWaiting(true)
    try {
      await answer
    } finally {
      flying.current = false
      setWaiting(false)
    }
  }
  return { press, waiting }
}

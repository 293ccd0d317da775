import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { api } from '../api.ts'
import { cell, useCell } from '../cell.ts'
import { sessionNow } from '../kept-session.ts'
import { asking, type Asking } from '../presence.ts'
import { LOGIN_PAGE, weixinCode } from '../session.ts'
import { useAct } from '../use-act.ts'
import { useQuery } from '../use-query.ts'
import { Button } from './button.tsx'
import { ChoiceRow } from './choice-row.tsx'
import { classes } from './classes.ts'
import { Field } from './field.tsx'
import { Loaded } from './loaded.tsx'
import { NoticeBar } from './notice-bar.tsx'
import styles from './presence-sheet.module.scss'
import { spoken } from './spoken.ts'
import { TextLine } from './text-line.tsx'

/** Over the page from which something dangerous was asked: shows the server who is there, and the call goes on. */
export function PresenceSheet() {
  const asked = useCell(asking)
  const [me] = useState(() => ({}))
  const inFront = useCell(front)
  useEffect(() => front.write(me), [me])
  useDidShow(() => front.write(me))
  return asked && inFront === me ? <Sheet {...asked} /> : null
}

// Pages beneath are still there; the sheet stands on the one that was shown last.
const front = cell<object | undefined>(undefined)

function Sheet({ answer }: Asking) {
  const factor = useQuery('second factor', () => api.sessions.secondFactor({}))
  return (
    <View className={classes(styles, 'veil')}>
      <View
        className={classes(styles, 'sheet')}
        id="presence"
        {...spoken('dialog', { label: '请确认是您本人' })}
      >
        <Text className={classes(styles, 'title')}>请确认是您本人</Text>
        <Text className={classes(styles, 'why')}>
          这一步会影响别人或涉及个人信息。确认后 10 分钟内不用再确认。
        </Text>
        <Loaded query={factor} cards={1}>
          {({ on }) => (on ? <ByCode answer={answer} /> : <ByLogin answer={answer} />)}
        </Loaded>
        <Button kind="quiet" id="presence-not" onPress={() => answer(false)}>
          先不做了
        </Button>
      </View>
    </View>
  )
}

const WAYS = [
  { value: 'totp', label: '动态验证码', note: '验证器里现在显示的 6 位数字' },
  { value: 'recovery', label: '备用码', note: '手机不在身边时用，每个只能用一次' },
] as const

function ByCode({ answer }: Asking) {
  const [way, setWay] = useState<'totp' | 'recovery'>('totp')
  const [code, setCode] = useState('')
  const confirm = useAct(async () => {
    await api.sessions.confirm({ way, code })
    answer(true)
  })
  const name = way === 'totp' ? '6 位验证码' : '备用码'
  return (
    <>
      <ChoiceRow label="用什么确认" options={WAYS} value={way} onChange={setWay} />
      <Field label={name} wrong={confirm.trouble?.detail}>
        <TextLine id="presence-code" label={name} value={code} onChange={setCode} />
      </Field>
      <Button
        id="presence-confirm"
        busy={confirm.busy}
        off={code.trim() === '' ? `请先填写${name}` : undefined}
        onPress={confirm.run}
      >
        确认，继续
      </Button>
    </>
  )
}

/** Without a second factor a new login shows it: by WeChat, in the demo by the same tap as at the beginning. */
function ByLogin({ answer }: Asking) {
  const demo = sessionNow()?.demo
  const confirm = useAct(async () => {
    await api.sessions.confirm({ way: 'login', code: demo ?? (await weixinCode()) })
    answer(true)
  })
  if (demo === undefined && __TARGET__ === 'h5') {
    return (
      <>
        <Text>网页上要重新登录一次来确认。登录后回到这里，再点一次刚才的按钮。</Text>
        <Button
          id="presence-login"
          onPress={() => {
            answer(false)
            return Taro.navigateTo({ url: LOGIN_PAGE })
          }}
        >
          去登录
        </Button>
      </>
    )
  }
  return (
    <>
      {confirm.trouble && <NoticeBar tone="red">{confirm.trouble.detail}</NoticeBar>}
      {demo !== undefined && <Text>演示里点一下就算确认；真实使用时要再次登录或输入验证码。</Text>}
      <Button id="presence-confirm" busy={confirm.busy} onPress={confirm.run}>
        {demo === undefined ? '用微信确认是我' : '演示：点一下确认'}
      </Button>
    </>
  )
}

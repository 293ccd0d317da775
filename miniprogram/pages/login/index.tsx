import { useCallback, useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { api } from '#miniprogram/platform/api.ts'
import { useCell } from '#miniprogram/platform/cell.ts'
import { signIn, signInWithWeixin, whyEnded } from '#miniprogram/platform/session.ts'
import { forgetIdentity } from '#miniprogram/platform/use-identity.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { InBrowser } from './in-browser.tsx'
import styles from './index.module.scss'

const HOME = '/pages/home/index'

/** Back to where the login was asked for, with whatever was typed there. */
const leave = () =>
  Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: HOME })

export default function Login() {
  const demo = useQuery('demo-logins', () => api.sessions.demoLogins({}))
  const [entering, setEntering] = useState<string>()
  const enter = useAct(async (code?: string) => {
    setEntering(code)
    await (code === undefined ? signInWithWeixin() : signIn(code))
    forgetIdentity()
    await leave()
  })
  const entered = useCallback(() => {
    forgetIdentity()
    void leave()
  }, [])
  const logins = demo.data?.items ?? []
  const weixin = __TARGET__ === 'weapp'

  return (
    <Page title="登录">
      <Welcome />
      {enter.trouble && <NoticeBar tone="red">{enter.trouble.detail}</NoticeBar>}
      {demo.trouble && (
        <NoticeBar tone="amber" act={{ word: '再试', onPress: demo.reload }}>
          {demo.trouble.detail}
        </NoticeBar>
      )}
      {logins.length > 0 && (
        <Card title="演示：选一个身份进入">
          {logins.map(({ code, name, shows }) => (
            <Row
              key={code}
              id={code}
              title={name}
              note={enter.busy && entering === code ? '正在登录…' : shows}
              onPress={() => void enter.run(code)}
            />
          ))}
        </Card>
      )}
      {!weixin && demo.data && logins.length === 0 && <InBrowser onEntered={entered} />}
      <WithoutLogin />
      {weixin && (
        <Action>
          <Button busy={enter.busy} busyWord="正在登录…" onPress={() => enter.run()}>
            用微信登录
          </Button>
        </Action>
      )}
    </Page>
  )
}

/** What this is, and why the login before has ended, where the server said so. */
function Welcome() {
  const why = useCell(whyEnded)
  return (
    <>
      <View className={classes(styles, 'welcome')}>
        <Text className={classes(styles, 'name')}>家园</Text>
        <Text>投诉有人管，大事一起定，账目看得见。</Text>
      </View>
      {why !== undefined && <NoticeBar tone="amber">{why}</NoticeBar>}
    </>
  )
}

/** What is there for whoever does not log in, and what they are told before they do. */
const WithoutLogin = () => (
  <Card title="不登录也可以">
    <Row id="read-board" title="看小区公告" onPress={() => void go('noticeBoard')} />
    <Row id="read-agreement" title="看个人信息处理规则" onPress={() => void go('agreement')} />
  </Card>
)

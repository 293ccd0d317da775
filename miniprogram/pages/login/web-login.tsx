import { useCallback, useEffect, useState } from 'react'
import { Text } from '@tarojs/components'
import { api } from '#miniprogram/platform/api.ts'
import { now } from '#miniprogram/platform/clock.ts'
import { deviceName } from '#miniprogram/platform/device-name.ts'
import { enter } from '#miniprogram/platform/session.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

const POLL_MS = 3_000

type Offered = Awaited<ReturnType<typeof api.sessions.startWebLogin>>

/** A browser has no WeChat of its own: it is let in from the mini-program, by a code that lives two minutes. */
export function WebLogin({ onEntered }: { readonly onEntered: () => unknown }) {
  const [offered, setOffered] = useState<Offered>()
  const [over, setOver] = useState<string>()
  const start = useAct(async () => {
    setOver(undefined)
    const device = deviceName()
    setOffered(await api.sessions.startWebLogin(device === undefined ? {} : { device }))
  })
  const end = useCallback((why: string) => {
    setOffered(undefined)
    setOver(why)
  }, [])
  return (
    <Card title="用微信登录网页">
      {start.trouble && <NoticeBar tone="red">{start.trouble.detail}</NoticeBar>}
      {over !== undefined && <NoticeBar tone="amber">{over}</NoticeBar>}
      {offered ? (
        <Waiting {...offered} onEntered={onEntered} onOver={end} />
      ) : (
        <>
          <Text>手机微信里已经登录“家园”的，可以用它同意这里登录。</Text>
          <Button id="start-web-login" busy={start.busy} onPress={start.run}>
            显示短码
          </Button>
        </>
      )}
    </Card>
  )
}

interface WaitingProps extends Offered {
  readonly onEntered: () => unknown
  readonly onOver: (why: string) => void
}

function Waiting({ code, secret, scene, expiresAt, onEntered, onOver }: WaitingProps) {
  useEffect(() => {
    let live = true
    const ask = async (): Promise<void> => {
      const heard = await api.sessions.pollWebLogin({ code, secret }).catch(() => undefined)
      if (!live) return
      if (heard?.session) {
        enter(heard.session)
        onEntered()
      } else if (heard?.state === 'refused') {
        onOver('手机上拒绝了这次登录。要登录，请换一个短码。')
      } else if (now().getTime() > Date.parse(expiresAt)) {
        onOver('短码过期了，请换一个。')
      } else {
        timer = setTimeout(() => void ask(), POLL_MS)
      }
    }
    let timer = setTimeout(() => void ask(), POLL_MS)
    return () => {
      live = false
      clearTimeout(timer)
    }
  }, [code, secret, expiresAt, onEntered, onOver])

  return (
    <>
      <Row id="web-code" title="短码" value={code.replace(/^.{3}/, '$& ')} />
      <Text>
        在手机微信里打开“家园”小程序：我的 → 登录设备 → 确认网页登录，填入短码。2 分钟内有效。
      </Text>
      <Row title="码的内容" note="会生成二维码的人可以用它" value={scene} />
    </>
  )
}

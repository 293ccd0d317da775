import { useCallback, useEffect, useState } from 'react'
import { Text } from '@tarojs/components'
import { webLoginLink } from '#shared/sessions/web-link.ts'
import { asApiError } from '#miniprogram/platform/api-error.ts'
import { api } from '#miniprogram/platform/api.ts'
import { deviceName } from '#miniprogram/platform/device-name.ts'
import { enter } from '#miniprogram/platform/session.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { QrCode } from '#miniprogram/platform/ui/qr-code.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Skeleton } from '#miniprogram/platform/ui/skeleton.tsx'
import { useAnswer, type Offered } from './use-answer.ts'

type Stand =
  | { readonly kind: 'asking' }
  | { readonly kind: 'waiting'; readonly offered: Offered }
  | { readonly kind: 'over'; readonly why: string }

/** A browser has no WeChat of its own: it is let in from the mini-program, by a code that lives two minutes. */
export function WebLogin({ onEntered }: { readonly onEntered: () => unknown }) {
  const [stand, setStand] = useState<Stand>({ kind: 'asking' })
  const end = useCallback((why: string) => setStand({ kind: 'over', why }), [])
  const ask = useCallback(async () => {
    const device = deviceName()
    await api.sessions.startWebLogin(device === undefined ? {} : { device }).then(
      (offered) => setStand({ kind: 'waiting', offered }),
      (err: unknown) => end(asApiError(err).detail),
    )
  }, [end])
  useEffect(() => void ask(), [ask])

  if (stand.kind === 'asking') return <Skeleton cards={1} />
  return (
    <Card title="用手机微信登录">
      {stand.kind === 'waiting' && (
        <Waiting {...stand.offered} onEntered={onEntered} onOver={end} />
      )}
      {stand.kind === 'over' && (
        <>
          <NoticeBar tone="amber">{stand.why}</NoticeBar>
          <Button id="new-web-login" onPress={ask}>
            换一个二维码
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

function Waiting({ onEntered, onOver, ...offered }: WaitingProps) {
  const answer = useAnswer(offered)
  useEffect(() => {
    if (answer.kind === 'over') onOver(answer.why)
    if (answer.kind !== 'let in') return
    enter(answer.session)
    onEntered()
  }, [answer, onEntered, onOver])

  const { code, scene } = offered
  return (
    <>
      {answer.kind === 'cut off' && (
        <NoticeBar tone="amber">网络断了，连上后会自动继续。</NoticeBar>
      )}
      <QrCode
        id="web-qr"
        text={webLoginLink(window.location.origin, scene)}
        label="登录二维码，用“家园”小程序扫"
      />
      <Row title="1. 在手机微信里打开“家园”小程序" />
      <Row title="2. 点“我的”，再点“扫码登录网页”，扫上面的二维码" />
      <Row title="3. 点“是我，同意登录”，这里会自动打开" />
      <Row
        id="web-code"
        title="扫不了？填短码"
        note="在手机上同一个页面填这 6 位，效果一样"
        value={code.replace(/^.{3}/, '$& ')}
      />
      <Text>二维码和短码 2 分钟内有效，只能用一次。不要发给别人。</Text>
    </>
  )
}

import { useState } from 'react'
import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { formatTime } from '#shared/kernel/calendar.ts'
import { api } from '#miniprogram/platform/api.ts'
import { now } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

const SCENE = /^jiayuan-login:([A-Za-z0-9]{6})$/

type Asked = Awaited<ReturnType<typeof api.sessions.webLogin>> & { readonly code: string }

export default function WebLoginPage() {
  const [asked, setAsked] = useState<Asked>()
  const [done, setDone] = useState<'confirmed' | 'refused'>()
  const again = (): void => {
    setAsked(undefined)
    setDone(undefined)
  }
  return (
    <Page title="确认网页登录">
      {done && (
        <StateView
          title={done === 'confirmed' ? '已同意登录' : '已拒绝'}
          note={
            done === 'confirmed'
              ? '网页几秒钟内就会打开。用完公共电脑，请在“登录设备”里退出它。'
              : '那个网页不会登录。如果不是您打开的，不用再做什么。'
          }
          act={{ word: '再确认一个', onPress: again }}
        />
      )}
      {!done && asked && <Answer {...asked} onDone={setDone} onBack={again} />}
      {!done && !asked && <Find onFound={setAsked} />}
    </Page>
  )
}

function Find({ onFound }: { readonly onFound: (asked: Asked) => void }) {
  const [code, setCode] = useState('')
  const look = useAct(async (shown: string) => {
    onFound({ ...(await api.sessions.webLogin({ code: shown })), code: shown })
  })
  const scan = useAct(async () => {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
    await look.run(SCENE.exec(result)?.[1] ?? result.slice(0, 16))
  })
  const isCode = /^[A-Za-z0-9]{6}$/.test(code.replace(/[\s-]/g, ''))
  return (
    <>
      <Card title="网页上的 6 位短码">
        <Text>电脑上打开家园网页，点登录，会显示一个短码，2 分钟内有效。</Text>
        <Field label="短码" wrong={look.trouble?.detail}>
          <TextLine id="web-code" label="短码" value={code} onChange={setCode} />
        </Field>
        <Button
          id="look-web-code"
          busy={look.busy}
          off={isCode ? undefined : '请填写 6 位短码'}
          onPress={() => look.run(code)}
        >
          下一步
        </Button>
      </Card>
      {__TARGET__ === 'weapp' && (
        <Button kind="plain" id="scan-web-code" busy={scan.busy} onPress={scan.run}>
          扫网页上的码
        </Button>
      )}
    </>
  )
}

interface AnswerProps extends Asked {
  readonly onDone: (done: 'confirmed' | 'refused') => void
  readonly onBack: () => void
}

function Answer({ code, browser, askedAt, onDone, onBack }: AnswerProps) {
  const answer = useAct(async (confirm: boolean) => {
    await api.sessions.answerWebLogin({ code, confirm })
    onDone(confirm ? 'confirmed' : 'refused')
  })
  return (
    <>
      <NoticeBar tone="amber">
        只确认您自己正在用的电脑。别人让您确认，请点“不是我，拒绝”。
      </NoticeBar>
      <Card title="有一个网页要用您的账号登录">
        <Row title="浏览器" value={browser} />
        <Row title="请求时间" value={formatTime(new Date(askedAt), now())} />
      </Card>
      {answer.trouble && (
        <NoticeBar tone="red" act={{ word: '重填', onPress: onBack }}>
          {answer.trouble.detail}
        </NoticeBar>
      )}
      <Button id="allow-web" busy={answer.busy} onPress={() => answer.run(true)}>
        是我，同意登录
      </Button>
      <Button kind="danger" id="refuse-web" busy={answer.busy} onPress={() => answer.run(false)}>
        不是我，拒绝
      </Button>
    </>
  )
}

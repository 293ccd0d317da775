import { useState } from 'react'
import { Text } from '@tarojs/components'
import { api } from '#miniprogram/platform/api.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { copyText } from '#miniprogram/platform/private.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { QrCode } from '#miniprogram/platform/ui/qr-code.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface SetUpProps {
  readonly secret: string
  /** What authenticators read from a QR code. */
  readonly uri: string
  readonly onCodes: (codes: readonly string[]) => void
}

/** The secret is shown this once; it counts after a code made from it came back. */
export function SetUp({ secret, uri, onCodes }: SetUpProps) {
  const [code, setCode] = useState('')
  const turnOn = useAct(async () =>
    onCodes((await api.sessions.turnOnSecondFactor({ code })).recovery),
  )
  return (
    <>
      <Card title="第 1 步：加到验证器">
        <Text>
          先在手机上准备一个验证器，例如微信小程序“腾讯身份验证器”。二维码和密钥只显示这一次。
        </Text>
        <QrCode id="factor-qr" text={uri} label="验证器二维码，用验证器扫" />
        <Row title="验证器在另一部手机上" note="用它扫上面的二维码。" />
        <Row
          title="验证器就在这部手机上"
          note="点“复制密钥”，在验证器里选“手动输入密钥”，粘贴进去。"
        />
        <Row title="密钥" note={secret.replace(/(.{4})(?=.)/g, '$1 ')} />
        <Button kind="plain" id="copy-secret" onPress={() => copyText(secret)}>
          复制密钥
        </Button>
      </Card>
      <Card title="第 2 步：填一次验证码">
        <Field label="验证器显示的 6 位数字" wrong={turnOn.trouble?.detail}>
          <TextLine
            id="factor-code"
            label="验证器显示的 6 位数字"
            value={code}
            onChange={setCode}
          />
        </Field>
        <Button
          id="turn-on-factor"
          busy={turnOn.busy}
          off={/^\d{6}$/.test(code.replace(/\s/g, '')) ? undefined : '请填写 6 位数字'}
          onPress={turnOn.run}
        >
          开启
        </Button>
      </Card>
    </>
  )
}

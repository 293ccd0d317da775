import { useState } from 'react'
import Taro from '@tarojs/taro'
import { readCode } from '#shared/people/invitation-code.ts'
import type { Output } from '#shared/kernel/route.ts'
import type { people } from '#shared/people/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { forgetIdentity } from '#miniprogram/platform/use-identity.ts'
import { termWords, titleOf } from '#miniprogram/features/people/words.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

type Seen = Output<typeof people.look>

export default function RoleJoinPage() {
  const [code, setCode] = useState('')
  const [seen, setSeen] = useState<Seen>()
  return (
    <Page title="输入邀请码">
      {seen ? (
        <Accept code={code} seen={seen} onBack={() => setSeen(undefined)} />
      ) : (
        <TypeCode code={code} onCode={setCode} onSeen={setSeen} />
      )}
    </Page>
  )
}

interface TypeCodeProps {
  readonly code: string
  readonly onCode: (code: string) => void
  readonly onSeen: (seen: Seen) => void
}

function TypeCode({ code, onCode, onSeen }: TypeCodeProps) {
  const look = useAct(async () => onSeen(await api.people.look({ code })))
  const isWhole = readCode(code) !== undefined
  const isLong = code.replace(/[\s-]/g, '').length >= 12
  return (
    <>
      <Card title="您收到的邀请码">
        <Field
          label="邀请码"
          hint="共 12 位，不分大小写，横线可以不输"
          wrong={isLong && !isWhole ? '邀请码有一位不对，请对照着再看一遍' : undefined}
        >
          <TextLine id="code" label="邀请码" value={code} onChange={onCode} />
        </Field>
      </Card>
      {look.trouble && <NoticeBar tone="red">{look.trouble.detail}</NoticeBar>}
      <Action>
        <Button
          id="look"
          busy={look.busy}
          off={isWhole ? undefined : '请输入 12 位邀请码'}
          onPress={() => look.run()}
        >
          下一步
        </Button>
      </Action>
    </>
  )
}

interface AcceptProps {
  readonly code: string
  readonly seen: Seen
  readonly onBack: () => void
}

/** What it is that one takes on, before one does. */
function Accept({ code, seen, onBack }: AcceptProps) {
  const now = useNow()
  const [key] = useState(newKey)
  const take = useAct(async () => {
    await api.people.join({ code }, { key })
    forgetIdentity()
    await Taro.switchTab({ url: '/pages/me/index' })
  })
  return (
    <>
      <Card title="请您担任">
        <Row title={`${seen.place} ${titleOf(seen)}`} note={termWords(seen, now)} />
        <Row title="邀请您的人" value={seen.givenBy} />
        <Row title="依据" note={seen.ground} />
        {seen.name !== '' && <Row title="您的姓名" value={seen.name} />}
      </Card>
      {take.trouble && <NoticeBar tone="red">{take.trouble.detail}</NoticeBar>}
      <Button kind="quiet" id="other-code" onPress={onBack}>
        不是我的，重新输入
      </Button>
      <Action>
        <Button id="take-role" busy={take.busy} onPress={() => take.run()}>
          我愿意担任
        </Button>
      </Action>
    </>
  )
}

import { useState } from 'react'
import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { SecondFactor } from '#shared/sessions/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SetUp } from './set-up.tsx'

export default function SecondFactorPage() {
  const factor = useQuery('second factor', () => api.sessions.secondFactor({}))
  const [recovery, setRecovery] = useState<readonly string[]>()
  const shown = (codes: readonly string[]): void => {
    setRecovery(codes)
    void factor.reload()
  }
  return (
    <Page title="动态验证码">
      {recovery && <RecoveryCodes codes={recovery} onKept={() => setRecovery(undefined)} />}
      {!recovery && (
        <Loaded query={factor} cards={1}>
          {(found) =>
            found.on ? (
              <TurnedOn {...found} onCodes={shown} onOff={factor.reload} />
            ) : (
              <TurnedOff onCodes={shown} />
            )
          }
        </Loaded>
      )}
    </Page>
  )
}

interface Coded {
  readonly onCodes: (codes: readonly string[]) => void
}

function TurnedOff({ onCodes }: Coded) {
  const start = useAct(() => api.sessions.startSecondFactor({}))
  const [secret, setSecret] = useState<{ readonly secret: string; readonly uri: string }>()
  if (secret) return <SetUp {...secret} onCodes={onCodes} />
  return (
    <>
      <Card title="多一道确认">
        <Text>
          授权别人、导入名册、核实房屋这些重要的事，除了登录，还要输入手机验证器里的 6
          位数字。这样即使别人拿到您的手机或电脑，也办不了。
        </Text>
        <Text>没有开启的人，办这些事之前要重新登录一次。</Text>
      </Card>
      {start.trouble && <NoticeBar tone="red">{start.trouble.detail}</NoticeBar>}
      <Button
        id="start-factor"
        busy={start.busy}
        onPress={async () => setSecret(await start.run())}
      >
        开启动态验证码
      </Button>
    </>
  )
}

interface TurnedOnProps extends SecondFactor, Coded {
  readonly onOff: () => unknown
}

function TurnedOn({ since, recoveryLeft, onCodes, onOff }: TurnedOnProps) {
  const now = useNow()
  const renew = useAct(async () => onCodes((await api.sessions.renewRecovery({})).recovery))
  const turnOff = useAct(async () => {
    await api.sessions.turnOffSecondFactor({})
    await Taro.showModal({
      title: '已关闭',
      content: '办重要的事之前，要重新登录一次。',
      showCancel: false,
    })
    await onOff()
  })
  const trouble = renew.trouble ?? turnOff.trouble
  return (
    <>
      {trouble && <NoticeBar tone="red">{trouble.detail}</NoticeBar>}
      <Card title="已开启">
        {since !== undefined && <Row title="开启时间" value={formatTime(new Date(since), now)} />}
        <Row
          title="备用码"
          note={recoveryLeft < 3 ? '快用完了，请换一批' : '手机不在身边时用'}
          value={`还剩 ${recoveryLeft} 个`}
        />
      </Card>
      <Button kind="plain" id="renew-recovery" busy={renew.busy} onPress={renew.run}>
        换一批备用码
      </Button>
      <Removal
        id="factor-off"
        act="关闭动态验证码"
        loses="关闭后，办重要的事之前要重新登录。换手机时先关闭，再在新手机上开启。"
        keep="继续使用"
        onRemove={() => void turnOff.run()}
      />
    </>
  )
}

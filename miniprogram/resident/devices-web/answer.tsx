import { formatTime } from '#shared/kernel/calendar.ts'
import { api } from '#miniprogram/platform/api.ts'
import { now } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import type { Answering, Asked } from './asked.ts'

/** Which computer asks and since when, before anything is agreed to; the warning stands first. */
export function Answer({ asked, onDone, onAgain }: Answering & { readonly asked: Asked }) {
  const { code, browser, askedAt } = asked
  const answer = useAct(async (confirm: boolean) => {
    await api.sessions.answerWebLogin({ code, confirm })
    onDone(confirm ? 'confirmed' : 'refused')
  })
  return (
    <>
      <NoticeBar tone="amber">
        不是您自己刚刚打开的网页，不要同意。同意以后，那台电脑就能用您的名义投票、投诉，看到您的房屋和账单。别人发来的二维码、请您帮忙点一下的，都点“不是我，拒绝”。
      </NoticeBar>
      <Card title="有一台电脑要用您的账号登录">
        <Row title="那台电脑" value={browser} />
        <Row title="登录时间" value={formatTime(new Date(askedAt), now())} />
        <Row
          title="短码"
          note="和您面前电脑上显示的应当一样"
          value={code.replace(/^.{3}/, '$& ')}
        />
      </Card>
      {answer.trouble && (
        <NoticeBar tone="red" act={{ word: '重来', onPress: onAgain }}>
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

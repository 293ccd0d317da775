import { useEffect } from 'react'
import { useRouter } from '@tarojs/taro'
import { messagesApi } from '#miniprogram/features/messages/api.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { MessageList } from './message-list.tsx'
import { openMessage } from './open-message.ts'
import { WeixinCard } from './weixin-card.tsx'

export default function InboxPage() {
  return (
    <Page title="消息">
      <Opened />
      <Inbox />
      <WeixinCard />
    </Page>
  )
}

/** A WeChat message leads here: on to what it is about, which stands over the inbox. */
function Opened() {
  const { open } = useRouter().params
  const { query } = useIdentity()
  const me = query.data
  const { run, trouble } = useAct(async (message: string) => {
    if (me) await openMessage(await messagesApi.get({ message }), me)
  })
  const knows = me !== undefined
  useEffect(() => {
    if (open !== undefined && knows) void run(open)
    // `run` is another function each time, and this is to happen once.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [open, knows])
  return trouble ? <NoticeBar tone="amber">{trouble.detail}</NoticeBar> : null
}

function Inbox() {
  const list = useList('inbox', (from) => messagesApi.list(from))
  return (
    <Loaded query={list.query}>
      {(messages) =>
        messages.length === 0 ? (
          <StateView
            title="还没有消息"
            note="投诉有了进展、有事轮到您办，都会告诉您，保存 180 天。"
          />
        ) : (
          <>
            <MessageList messages={messages} onRead={list.query.reload} />
            <More list={list} />
          </>
        )
      }
    </Loaded>
  )
}

import { formatTime } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

/** What is shown was begun earlier, and is on this phone only. */
export function Unfinished({ savedAt }: { readonly savedAt: string }) {
  const now = useNow()
  const when = formatTime(new Date(savedAt), now)
  return (
    <NoticeBar tone="blue">
      {`接着 ${when} 没写完的写。它只存在这部手机上，别人还看不到。`}
    </NoticeBar>
  )
}

export const NoFreeSpace = () => (
  <NoticeBar tone="red">手机存储满了，写的内容存不下来。请写完就提交，先不要退出。</NoticeBar>
)

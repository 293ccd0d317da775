import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { unreadRoute, type Unread } from '#shared/messages/unread.ts'
import { clientOf } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'

const unreadApi = clientOf({ unread: unreadRoute })

/** Of 我的 among the tabs. */
const TAB = 4

/** How many messages wait, also shown at the tab 我的. For tab pages: elsewhere there is no tab bar to show it at. */
export function useUnread(): Unread | undefined {
  const { data } = useQuery('unread', () => unreadApi.unread({}))
  useEffect(() => {
    if (data) void showAtTab(data)
  }, [data])
  return data
}

export const unreadWord = ({ unread, more }: Unread): string => (more ? `${unread}+` : `${unread}`)

async function showAtTab(data: Unread): Promise<void> {
  const shown =
    data.unread === 0
      ? Taro.removeTabBarBadge({ index: TAB })
      : Taro.setTabBarBadge({ index: TAB, text: unreadWord(data) })
  // The person has gone on to a page without tabs: the next tab page shows it.
  await Promise.resolve(shown).catch(() => undefined)
}

import { useEffect, useState } from 'react'
import { useUnread } from './use-unread.ts'

/** In milliseconds: a phone has five connections, and they are the page's own first. */
const AFTER_THE_PAGE = 800

/** Shows at the tab 我的 how many messages wait, on whichever tab page the person is. */
export function UnreadBadge() {
  const [isTurn, setTurn] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setTurn(true), AFTER_THE_PAGE)
    return () => clearTimeout(timer)
  }, [])
  return isTurn ? <Badge /> : null
}

function Badge() {
  useUnread()
  return null
}

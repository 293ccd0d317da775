import type { List } from '../use-list.ts'
import { Button } from './button.tsx'
import { NoticeBar } from './notice-bar.tsx'

/** Under a list: the rest of it, on demand. */
export function More<T>({ list }: { readonly list: List<T> }) {
  const { more, busy, trouble } = list
  if (!more) return null
  return (
    <>
      {trouble && <NoticeBar tone="amber">{trouble.detail}</NoticeBar>}
      <Button kind="quiet" busy={busy} busyWord="正在加载…" onPress={more}>
        看更多
      </Button>
    </>
  )
}

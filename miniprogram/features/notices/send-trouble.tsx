import type { ApiError } from '#miniprogram/platform/api-error.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

const SENT_BEFORE = 'request.idempotency_key_reused'

/** Why it was not published. What was sent before and changed since is public already, in its first wording. */
export function SendTrouble({ trouble }: { readonly trouble: ApiError | undefined }) {
  if (!trouble) return null
  return (
    <NoticeBar tone="red">
      {trouble.code === SENT_BEFORE
        ? '上一次其实已经公布成功，后来改动的内容没有公布。请到“议事”里看已公布的公告，需要改就发更正。'
        : `${trouble.detail}写的内容还在，可以再点一次。`}
    </NoticeBar>
  )
}

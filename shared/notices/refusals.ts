import { refusals } from '#shared/kernel/refusals.ts'

export const noticeRefusals = refusals({
  'notices.not_found': { status: 404, detail: '没有找到这条公告。' },
})

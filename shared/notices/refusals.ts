import { refusals } from '#shared/kernel/refusals.ts'

export const noticeRefusals = refusals({
  'notices.not_found': { status: 404, detail: '没有找到这条公告。' },
  'notices.category_not_yours': {
    status: 403,
    detail: '业委会公告只能由业委会发布，物业通知只能由物业发布，请换一个类别。',
  },
  'notices.not_yours': {
    status: 403,
    detail: '业委会的公告由业委会更正，物业的公告由物业更正。',
  },
  'notices.validity_past': { status: 422, detail: '有效期不能早于今天，请重新选择。' },
  'notices.unchanged': { status: 422, detail: '标题和正文都没有改动，不需要更正。' },
  'notices.too_many_editions': {
    status: 409,
    detail: '这条公告已有 {most} 版，不能再更正，请另发一条新公告。',
  },
})

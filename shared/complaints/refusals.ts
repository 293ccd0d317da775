import { refusals } from '#shared/kernel/refusals.ts'

export const complaintRefusals = refusals({
  'complaints.not_found': { status: 404, detail: '没有找到这件投诉，请核对编号。' },
})

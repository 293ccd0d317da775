import { refusals } from '#shared/kernel/refusals.ts'

export const voteRefusals = refusals({
  'votes.not_found': { status: 404, detail: '没有找到这次表决。' },
  'votes.area_too_large': {
    status: 422,
    detail: '房屋面积合计超出可准确计算的范围，请先核对产权清册里的面积。',
  },
})

import { refusals } from '#shared/kernel/refusals.ts'

export const feeRefusals = refusals({
  'fees.not_found': { status: 404, detail: '没有找到这张账单，或它不属于您的房屋。' },
})

import { refusals } from '#shared/kernel/refusals.ts'

export const messageRefusals = refusals({
  'messages.not_found': { status: 404, detail: '没有找到这条消息，可能已过保存期。' },
})

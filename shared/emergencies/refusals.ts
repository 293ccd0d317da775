import { refusals } from '#shared/kernel/refusals.ts'

export const emergencyRefusals = refusals({
  'emergencies.not_found': { status: 404, detail: '没有找到这件突发事件，可能还在核实。' },
  'emergencies.too_many': {
    status: 429,
    detail: '您今天已经上报 {most} 次。情况危急请直接打 119、110 或 120，其他请打物业值班电话。',
  },
  'emergencies.not_now': {
    status: 409,
    detail: '这件事现在是“{state}”，不能再“{act}”。请刷新，看看别人做了什么。',
  },
  'emergencies.not_yours': {
    status: 403,
    detail: '这一步要由社区或街道来做。',
  },
  'emergencies.bad_time': {
    status: 422,
    detail: '预计恢复时间要在现在之后、30 天以内，请重新选择。',
  },
  'emergencies.too_many_changes': {
    status: 409,
    detail: '这件事改动太多，记不下了。请恢复后结束，另报一件。',
  },
  'emergencies.no_such_step': { status: 422, detail: '这类事件没有这一步，请刷新后再试。' },
})

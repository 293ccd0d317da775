import { refusals } from '#shared/kernel/refusals.ts'

export const clockRefusals = refusals({
  'clocks.already_running': { status: 409, detail: '这个期限已经在计时了。请刷新后再看。' },
  'clocks.not_running': { status: 409, detail: '这个期限没有在计时。请刷新后再看。' },
  'clocks.already_paused': { status: 409, detail: '这个期限已经暂停了。请刷新后再看。' },
  'clocks.not_paused': { status: 409, detail: '这个期限没有暂停，不需要恢复。请刷新后再看。' },
  'clocks.already_breached': {
    status: 409,
    detail: '这个期限已经逾期，不能再暂停。请尽快办理并答复。',
  },
  'clocks.too_many_pauses': {
    status: 409,
    detail: '同一个期限最多暂停 {most} 次，已经用完。请尽快办理。',
  },
  'clocks.year_past': {
    status: 422,
    detail: '{year} 年已经过去，它的期限都已算定，不能再改。请核对年份。',
  },
  'clocks.year_too_far': {
    status: 422,
    detail: '{year} 年的放假通知还没有到发布的时候，最远只能录入 {last} 年。请核对年份。',
  },
  'clocks.day_outside_year': {
    status: 422,
    detail: '{day} 不在 {year} 年的通知范围内。请对照通知改正这一天。',
  },
  'clocks.day_twice': { status: 422, detail: '{day} 写了两次。请删去重复的一天。' },
  'clocks.worked_on_weekday': {
    status: 422,
    detail: '{day} 不是周六或周日，本来就上班。调休上班只能是周末，请对照通知改正。',
  },
  'clocks.holiday_missing': {
    status: 422,
    detail: '放假日里没有 {day}，这一天是法定节假日。请对照通知补上。',
  },
  'clocks.table_changed': {
    status: 409,
    detail: '{year} 年的放假安排刚被别人更新（第 {version} 版）。请刷新后再看，您填写的内容还在。',
  },
  'clocks.too_many_versions': {
    status: 409,
    detail: '{year} 年的放假安排已经改了 {most} 次，不能再改。请联系平台维护人员。',
  },
})

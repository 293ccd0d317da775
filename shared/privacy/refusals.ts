import { refusals } from '#shared/kernel/refusals.ts'

export const privacyRefusals = refusals({
  'privacy.agreement_needed': {
    status: 409,
    detail: '这一步要处理您的个人信息，请先看完并同意《个人信息处理规则》。不同意也可以看公告。',
  },
  'privacy.consent_needed': {
    status: 409,
    detail: '这一步要先得到您的同意：{purpose}。可以在“我的”的“隐私与我的信息”里同意。',
  },
  'privacy.version_outdated': {
    status: 409,
    detail: '说明刚刚更新，请看完新的内容再决定。',
  },
  'privacy.cannot_close_yet': {
    status: 409,
    detail: '现在还不能注销。{why}',
  },
  'privacy.not_closing': {
    status: 409,
    detail: '没有正在进行的注销。如果账号已经注销，请重新登录。',
  },
  'privacy.correction_not_found': { status: 404, detail: '没有找到这条更正申请。' },
  'privacy.correction_answered': { status: 409, detail: '这条更正申请已经办过了，请刷新后查看。' },
  'privacy.too_many_corrections': {
    status: 409,
    detail: '您还有 {open} 条更正申请没有办完，请等办完再提交。',
  },
  'privacy.never_given': {
    status: 409,
    detail: '您没有同意过“{purpose}”，不需要撤回。',
  },
})

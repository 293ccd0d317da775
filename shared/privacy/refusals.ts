import { refusals } from '#shared/kernel/refusals.ts'

export const privacyRefusals = refusals({
  'privacy.agreement_needed': {
    status: 409,
    detail: '这一步要处理您的个人信息，请先看完并同意《个人信息处理规则》。不同意也可以看公告。',
  },
  'privacy.consent_needed': {
    status: 409,
    detail: '这一步要先得到您的同意：{purpose}。可以在“我的 → 隐私与我的信息”里打开。',
  },
  'privacy.version_outdated': {
    status: 409,
    detail: '说明刚刚更新，请看完新的内容再决定。',
  },
  'privacy.never_given': {
    status: 409,
    detail: '您没有同意过“{purpose}”，不需要撤回。',
  },
})

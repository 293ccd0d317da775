import { refusals } from '#shared/kernel/refusals.ts'

export const sessionRefusals = refusals({
  'sessions.code_invalid': { status: 401, detail: '登录没有成功，请再点一次登录。' },
  'sessions.user_blocked': {
    status: 403,
    detail: '微信暂时限制了这个账号登录，请联系社区工作人员。',
  },
  'sessions.weixin_unreachable': {
    status: 503,
    detail: '微信登录暂时连不上，请过一会儿再试。已登录的人不受影响。',
  },
})

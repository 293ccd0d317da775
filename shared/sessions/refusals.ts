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
  'sessions.refresh_unknown': { status: 401, detail: '登录已过期，请重新登录。填写的内容还在。' },
  'sessions.ended_reused': {
    status: 401,
    detail:
      '为了安全，这次登录已退出：同一份登录凭证在两个地方被用过。请重新登录；如果不是您本人，请到“登录设备”里退出其他设备。',
  },
  'sessions.ended_by_you': {
    status: 401,
    detail: '您在另一台设备上退出了这里的登录。要继续使用，请重新登录。',
  },
  'sessions.too_many_tries': {
    status: 429,
    detail: '试错的次数太多了，请等 {wait}再试。',
  },
  'sessions.confirm_needed': {
    status: 403,
    detail: '这一步很重要，请先确认是您本人，再继续。',
  },
  'sessions.confirm_by_factor': {
    status: 409,
    detail: '您开启了动态验证码，请用验证码或备用码确认。',
  },
  'sessions.confirm_by_login': {
    status: 409,
    detail: '您还没有开启动态验证码，请用重新登录来确认。',
  },
  'sessions.confirm_other_person': {
    status: 403,
    detail: '确认用的不是这个账号，请用登录时的同一个微信号。',
  },
  'sessions.totp_wrong': {
    status: 422,
    detail: '验证码不对或已用过，请等下一个验证码再试。手机时间要准。',
  },
  'sessions.recovery_wrong': {
    status: 422,
    detail: '备用码不对或已用过，请换一个备用码再试。',
  },
  'sessions.factor_on': {
    status: 409,
    detail: '动态验证码已经开启。要换手机，请先关闭再重新开启。',
  },
  'sessions.factor_off': { status: 409, detail: '您还没有开启动态验证码，请先开启。' },
  'sessions.factor_not_started': {
    status: 409,
    detail: '开启动态验证码的时间已过，请从头再来一次。',
  },
  'sessions.device_unknown': { status: 404, detail: '这台设备已经退出了，请刷新后再看。' },
  'sessions.web_login_unknown': {
    status: 404,
    detail: '这个登录码不对，或者已过期（2 分钟内有效）。请在网页上换一个新的，再扫或再填一次。',
  },
  'sessions.web_login_over': {
    status: 409,
    detail: '这个登录码已经用过了。要登录，请在网页上换一个新的。',
  },
})

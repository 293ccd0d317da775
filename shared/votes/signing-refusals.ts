/** What may be wrong with the login and the signature under a ballot. */
export const signingRefusals = {
  'votes.login_not_fresh': {
    status: 403,
    detail: '正式投票前要确认是您本人：确认后 {minutes} 分钟内可以投。选好的内容还在。',
  },
  'votes.signature_missing': { status: 422, detail: '还没有签名，请在框里手写您的姓名。' },
  'votes.signature_unreadable': { status: 422, detail: '签名没有传完整，请清空后重新写一次。' },
  'votes.signature_too_small': {
    status: 422,
    detail: '签名太小或笔画太少，请在框里把姓名写大一些。',
  },
  'votes.signature_too_large': { status: 422, detail: '签名的笔画太多，请清空后重新写一次。' },
  'votes.signature_none': { status: 404, detail: '这一票没有您的电子签名。' },
} as const

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503

export interface Refusal {
  readonly status: RefusalStatus
  /** One plain Chinese sentence for a resident: what is wrong and what to do. `{name}` is filled in. */
  readonly detail: string
}

/** `feature.reason_in_snake_case` → what the edge answers. Each feature owns its own table. */
export type Refusals = Readonly<Record<string, Refusal>>

export const refusals = <const R extends Refusals>(table: R): R => table

/** What every operation may answer, whatever its feature. */
export const kernelRefusals = refusals({
  'request.not_json': { status: 400, detail: '提交的内容无法识别，请返回重试。' },
  'request.invalid': { status: 400, detail: '填写的内容有误：{field}。请改正后再提交。' },
  'request.too_large': { status: 413, detail: '提交的内容太大，请删减后再试。' },
  'request.unknown_operation': { status: 404, detail: '没有这个页面或功能，请更新后再试。' },
  'request.idempotency_key_required': {
    status: 400,
    detail: '这次提交缺少防重复编号，请更新小程序后再试。',
  },
  'request.idempotency_key_reused': {
    status: 422,
    detail: '这次提交与之前的内容不同，请返回重新填写。',
  },
  'request.cursor_invalid': { status: 400, detail: '列表已更新，请下拉刷新后再看。' },
  'request.too_many': { status: 429, detail: '操作太频繁，请 {seconds} 秒后再试。' },
  'request.conflict': { status: 409, detail: '内容刚被别人更新，请刷新后再试。您填写的内容还在。' },
  'auth.required': { status: 401, detail: '登录已过期，请重新登录。填写的内容还在。' },
  'auth.not_permitted': { status: 403, detail: '您的身份（{roles}）不能做这件事：{action}。' },
  'auth.helper_only_files': {
    status: 403,
    detail:
      '您是代办人，不能做这件事：{action}。代办人只能替本人提交投诉；投票由业主本人进行，请人代投要有书面委托。',
  },
  'scope.not_found': { status: 404, detail: '没有找到这个小区，或您不在这个小区。' },
})

export const fillIn = (detail: string, params: Readonly<Record<string, string | number>>): string =>
  detail.replace(/\{(\w+)\}/g, (blank, name: string) => String(params[name] ?? blank))

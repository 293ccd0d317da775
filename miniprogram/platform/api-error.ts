/** What went wrong with a call. `detail` is a Chinese sentence for the person; `status` 0 where no answer came. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: string
  readonly detail: string
  readonly status: number
  /** Finds the call in the server's log. */
  readonly request: string | undefined

  constructor(code: string, detail: string, status = 0, request?: string) {
    super(code)
    this.code = code
    this.detail = detail
    this.status = status
    this.request = request
  }
}

export const unreachable = (): ApiError =>
  new ApiError('network.unreachable', '没有连上网络。已填写的内容还在，联网后再试一次。')

/** Whatever was thrown, as something a page can show. */
export const asApiError = (err: unknown): ApiError =>
  err instanceof ApiError
    ? err
    : new ApiError('client.fault', '小程序出了问题，请返回后再试一次。已填写的内容还在。')

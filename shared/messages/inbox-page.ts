/** What a WeChat message opens, as `app.config.ts` names it; `open` names the message. */
export const INBOX_PAGE = 'resident/inbox/index'

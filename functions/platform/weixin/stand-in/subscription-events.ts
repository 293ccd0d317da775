import type { StandInSettings } from './stand-in-settings.ts'

/** What a person answered for each template they were asked about. */
export type Answers = Readonly<Record<string, 'accept' | 'reject'>>

export type Happened =
  | { readonly kind: 'popup' | 'change'; readonly answers: Answers }
  | { readonly kind: 'sent'; readonly templateId: string; readonly message: string }

const WRAPS = {
  popup: 'SubscribeMsgPopupEvent',
  change: 'SubscribeMsgChangeEvent',
  sent: 'SubscribeMsgSentEvent',
} as const
/** Where the person was asked: by a call of the mini-program. */
const BY_CALL = '2'

type Row = Readonly<Record<string, string>>

/** What WeChat pushes about somebody's messages, in the format of the settings. Numbers come as strings. */
export function subscriptionEvent(
  { push }: StandInSettings,
  { openid, at }: { readonly openid: string; readonly at: Date },
  what: Happened,
): string {
  const head = {
    ToUserName: 'gh_000000000000',
    FromUserName: openid,
    CreateTime: String(Math.floor(at.getTime() / 1_000)),
    MsgType: 'event',
    Event: `subscribe_msg_${what.kind}_event`,
  }
  const rows = rowsOf(what)
  if (push?.format !== 'xml') {
    // One alone is no list: both have been seen.
    return JSON.stringify({ ...head, List: rows.length === 1 ? rows[0] : rows })
  }
  const list = rows.map((row) => `<List>${elements(row)}</List>`).join('')
  const wrap = WRAPS[what.kind]
  return `<xml>${elements(head)}<${wrap}>${list}</${wrap}></xml>`
}

function rowsOf(what: Happened): readonly Row[] {
  if (what.kind === 'sent') {
    const { templateId: TemplateId, message: MsgID } = what
    return [{ TemplateId, MsgID, ErrorCode: '0', ErrorStatus: 'success' }]
  }
  return Object.entries(what.answers).map(([TemplateId, SubscribeStatusString]) => ({
    TemplateId,
    SubscribeStatusString,
    ...(what.kind === 'popup' && { PopupScene: BY_CALL }),
  }))
}

const elements = (row: Row): string =>
  Object.entries(row)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')

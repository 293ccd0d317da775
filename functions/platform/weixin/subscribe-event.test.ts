import { signatureOf } from './push-crypto.ts'
import { openPush, sealPush, type PushMessage, type PushSettings } from './push.ts'
import { subscribeEventOf } from './subscribe-event.ts'
import { xmlOf } from './push-xml.ts'

const ACCEPTED = 'VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc'
const OTHER = '9nLIlbOQZC5Y89AZteFEux3WCXRRRG5Wfzkpssu4bLI'
const head = {
  ToUserName: 'gh_123456789abc',
  FromUserName: 'o7esq5OI1Uej6Xixw1lA2H7XDVbc',
  CreateTime: '1620973045',
  MsgType: 'event',
}
const about = { openid: head.FromUserName, at: new Date('2021-05-14T06:17:25Z') }

// As WeChat's page on subscription messages shows them, in both formats.
const DOCUMENTED: readonly (readonly [string, PushMessage | string, object])[] = [
  [
    'a popup, as a list',
    {
      ...head,
      Event: 'subscribe_msg_popup_event',
      List: [
        { TemplateId: ACCEPTED, SubscribeStatusString: 'accept', PopupScene: '0' },
        { TemplateId: OTHER, SubscribeStatusString: 'reject', PopupScene: '0' },
      ],
    },
    {
      id: 'subscribe_msg_popup_event 1620973045',
      items: [
        { templateId: ACCEPTED, what: 'accepted' },
        { templateId: OTHER, what: 'refused' },
      ],
    },
  ],
  [
    'a popup, as one object, with a number',
    {
      ...head,
      CreateTime: 1620973045,
      Event: 'subscribe_msg_popup_event',
      List: { TemplateId: ACCEPTED, SubscribeStatusString: 'accept', PopupScene: 0 },
    },
    { items: [{ templateId: ACCEPTED, what: 'accepted' }] },
  ],
  [
    'a popup in XML, wrapped',
    `<xml>
<ToUserName><![CDATA[gh_123456789abc]]></ToUserName>
<FromUserName><![CDATA[o7esq5OI1Uej6Xixw1lA2H7XDVbc]]></FromUserName>
<CreateTime>1620973045</CreateTime>
<MsgType><![CDATA[event]]></MsgType>
<Event><![CDATA[subscribe_msg_popup_event]]></Event>
<SubscribeMsgPopupEvent>
<List><TemplateId><![CDATA[${ACCEPTED}]]></TemplateId>
<SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString>
<PopupScene>2</PopupScene></List>
<List><TemplateId><![CDATA[${OTHER}]]></TemplateId>
<SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString>
<PopupScene>2</PopupScene></List>
</SubscribeMsgPopupEvent>
</xml>`,
    {
      items: [
        { templateId: ACCEPTED, what: 'accepted' },
        { templateId: OTHER, what: 'refused' },
      ],
    },
  ],
  [
    'switched off in the settings',
    {
      ...head,
      Event: 'subscribe_msg_change_event',
      List: [{ TemplateId: ACCEPTED, SubscribeStatusString: 'reject' }],
    },
    { items: [{ templateId: ACCEPTED, what: 'ended' }] },
  ],
  [
    'sent, in XML',
    `<xml><FromUserName>o7esq5OI1Uej6Xixw1lA2H7XDVbc</FromUserName><CreateTime>1620973045</CreateTime>
<MsgType>event</MsgType><Event>subscribe_msg_sent_event</Event><SubscribeMsgSentEvent><List>
<TemplateId>${ACCEPTED}</TemplateId><MsgID>1700827132819554304</MsgID><ErrorCode>0</ErrorCode>
<ErrorStatus>success</ErrorStatus></List></SubscribeMsgSentEvent></xml>`,
    { items: [{ templateId: ACCEPTED, what: 'delivered' }] },
  ],
  [
    'not sent: nothing was left',
    {
      ...head,
      Event: 'subscribe_msg_sent_event',
      List: { TemplateId: ACCEPTED, MsgID: '1', ErrorCode: '43101', ErrorStatus: 'refuse' },
    },
    { items: [{ templateId: ACCEPTED, what: 'ended', errcode: 43101 }] },
  ],
  [
    'not sent, for another reason',
    {
      ...head,
      Event: 'subscribe_msg_sent_event',
      List: [{ TemplateId: ACCEPTED, MsgID: 1, ErrorCode: 47003, ErrorStatus: 'bad' }],
    },
    { items: [{ templateId: ACCEPTED, what: 'failed', errcode: 47003 }] },
  ],
]

const settings: PushSettings = { appid: 'wxba5fad812f8e6fb9', token: 'AAAAA' }
const safe: PushSettings = { ...settings, encodingAesKey: 'A'.repeat(43) }
const stamp = { timestamp: '1620973045', nonce: '7', random: Buffer.alloc(16) }

describe.each(DOCUMENTED)('%s', (_, sent, read) => {
  const body = typeof sent === 'string' ? sent : JSON.stringify(sent)
  test.each([
    ['plain', settings],
    ['sealed', safe],
  ])('is read from a %s push', (__, how) => {
    const pushed = sealPush(body, how, stamp)
    const opened = openPush(pushed.query, pushed.body, how, about.at)
    expect(opened.ok && subscribeEventOf(opened.value)).toMatchObject({ ...about, ...read })
  })
})

test.each<[string, PushMessage]>([
  ['a picture', { ...head, Event: 'wxa_media_check', trace_id: 't' }],
  ['nothing', {}],
  ['a list of something else', { ...head, Event: 'subscribe_msg_popup_event', List: ['x'] }],
  ['no list', { ...head, Event: 'subscribe_msg_popup_event' }],
  ['no time', { ...head, CreateTime: 'soon', Event: 'subscribe_msg_popup_event', List: [] }],
])('what tells of %s is none', (_, message) => {
  expect(subscribeEventOf(message)).toBeUndefined()
})

describe('XML', () => {
  test.each([
    ['text with entities', '<a>1 &lt; 2 &amp;amp; &#38;</a>', '1 < 2 &amp; &#38;'],
    ['CDATA as it stands', '<a><![CDATA[<b>&lt;]]></a>', '<b>&lt;'],
    ['nothing in it', '<a><b/><c></c></a>', { b: '', c: '' }],
    ['one name three times', '<a><b>1</b><b>2</b><b>3</b></a>', { b: ['1', '2', '3'] }],
    ['a name every object has', '<a><constructor>1</constructor></a>', { constructor: '1' }],
  ])('%s', (_, body, value) => {
    const read = xmlOf(body)
    expect(JSON.parse(JSON.stringify(read))).toEqual(value)
  })

  test.each([
    ['an element left open', '<a><b></a>'],
    ['two outer elements', '<a></a><b></b>'],
    ['text outside', 'x<a></a>'],
    ['a declaration of entities', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an attribute', '<a href="x"></a>'],
    ['a name that is no name', '<a><__proto__>1</__proto__></a>'],
    ['too deep', '<a>'.repeat(20) + '</a>'.repeat(20)],
    ['no end', '<a>'],
  ])('%s is not read', (_, body) => {
    expect(xmlOf(body)).toBeUndefined()
  })

  test('sealed in XML it is opened, and a wrong signature is refused', () => {
    const sealed = sealPush('<xml><Event>e</Event></xml>', safe, stamp)
    expect(sealed.body).toMatch(/^<xml><Encrypt>/)
    expect(openPush(sealed.query, sealed.body, safe, about.at)).toMatchObject({
      ok: true,
      value: { Event: 'e' },
    })
    const forged = { ...sealed.query, msg_signature: signatureOf('AAAAA', 'x', '7') }
    expect(openPush(forged, sealed.body, safe, about.at)).toMatchObject({
      code: 'push.signature_wrong',
    })
  })
})

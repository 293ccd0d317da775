import { mediaVerdictOf } from './media-verdict.ts'

// The example of the page on mediaCheckAsync.
const example = {
  ToUserName: 'gh_9df7d78a1234',
  FromUserName: 'o4_t144jTUSEoxydysUA2E234_tc',
  CreateTime: 1626959646,
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid: 'wx8f16a5be77871234',
  trace_id: '60f96f1d-3845297a-1976a3ae',
  version: 2,
  detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
  errcode: 0,
  errmsg: 'ok',
  result: { suggest: 'pass', label: 100 },
}
const traceId = example.trace_id

test.each([
  ['the documented example', example, { suggest: 'pass', label: 100 }],
  [
    'a label as text',
    { ...example, result: { suggest: 'risky', label: '20002' } },
    { suggest: 'risky', label: 20002 },
  ],
  ['an errcode as text', { ...example, errcode: '0' }, { suggest: 'pass', label: 100 }],
  ['no errcode', { ...example, errcode: undefined }, { suggest: 'pass', label: 100 }],
  ['a failed download', { ...example, errcode: -1008, result: undefined }, undefined],
  ['a failure beside a verdict', { ...example, errcode: -1008 }, undefined],
  ['a verdict nobody knows', { ...example, result: { suggest: 'maybe', label: 100 } }, undefined],
])('%s', (_, message, verdict) => {
  expect(mediaVerdictOf(message)).toEqual({ traceId, verdict })
})

test.each([
  ['another event', { ...example, Event: 'subscribe_msg_popup_event' }],
  ['no trace', { ...example, trace_id: undefined }],
  ['nothing', {}],
])('%s is not about a picture', (_, message) => {
  expect(mediaVerdictOf(message)).toBeUndefined()
})

import { refusals } from '#shared/kernel/refusals.ts'

export const voiceRefusals = refusals({
  'voices.not_found': { status: 404, detail: '没有找到这段语音，请重新录一段。' },
  'voices.empty': { status: 422, detail: '这段语音是空的，请重新录一段。' },
  'voices.not_a_voice': { status: 422, detail: '这不是录音。请在这里重新录一段。' },
  'voices.kind_unsupported': {
    status: 422,
    detail: '这种格式的录音在有些手机上放不出来，没有收下。请在这里重新录一段。',
  },
  'voices.damaged': { status: 422, detail: '录音损坏或不完整，放不出来。请重新录一段。' },
  'voices.too_short': { status: 422, detail: '录音不到 1 秒，听不清。请重新录一段。' },
  'voices.too_long': { status: 422, detail: '录音超过 60 秒，请分成几段来说。' },
  'voices.content_refused': {
    status: 422,
    detail: '这段语音没有通过微信的内容检查，别人听不到。请改用文字。',
  },
  'voices.used_elsewhere': { status: 409, detail: '这段语音已经用在别处，请重新录一段。' },
  'voices.not_arrived': { status: 422, detail: '这段语音没有传上来，请重新录一段。' },
})

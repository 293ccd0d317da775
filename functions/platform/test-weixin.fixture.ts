import {
  WeixinError,
  type SubscribeAsk,
  type TextAsk,
  type Weixin,
  type WeixinCode,
} from './weixin/weixin.ts'

/** WeChat as a test wants it: `answer` is what it says of the next texts and pictures. */
export interface SettableWeixin {
  answer: 'pass' | 'review' | 'risky' | WeixinCode
  /** Every text it was asked about, in order. */
  readonly asked: TextAsk[]
  /** Every message it was given, in order. */
  readonly sent: SubscribeAsk[]
  /** What comes of the next messages, one each: taken, the error, or taken and the answer lost. */
  readonly sending: (WeixinCode | 'lost')[]
  readonly port: Weixin
}

export function settableWeixin(): SettableWeixin {
  const self: SettableWeixin = {
    answer: 'pass',
    asked: [],
    sent: [],
    sending: [],
    port: {
      /** A login code is the openid it stands for. */
      codeToSession: (code) => Promise.resolve({ openid: code }),
      /** A phone code is the number it stands for. */
      phoneNumber: (code) =>
        /^1\d{10}$/.test(code)
          ? Promise.resolve(code)
          : Promise.reject(new WeixinError('weixin.code_invalid', 40029)),
      checkText(ask) {
        self.asked.push(ask)
        const { answer } = self
        return answer === 'pass' || answer === 'review' || answer === 'risky'
          ? Promise.resolve({ suggest: answer, label: answer === 'pass' ? 100 : 20_003 })
          : Promise.reject(new WeixinError(answer))
      },
      sendSubscribe(ask) {
        const trouble = self.sending.shift()
        if (trouble === undefined || trouble === 'lost') self.sent.push(ask)
        return trouble === undefined
          ? Promise.resolve()
          : Promise.reject(
              trouble === 'lost' ? new Error('the process ended') : new WeixinError(trouble, 1),
            )
      },
      checkMedia: () => Promise.resolve({ traceId: `trace-${self.asked.length}` }),
    },
  }
  return self
}

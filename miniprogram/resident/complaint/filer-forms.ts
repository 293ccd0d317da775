import { lengthOf } from '#shared/kernel/text.ts'
import type { Complaint, ComplaintAct } from '#shared/complaints/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import type { About } from '#miniprogram/features/complaints/acts/entry.ts'
import { api } from '#miniprogram/platform/api.ts'
import { SpokenVoice, thenForget } from '#miniprogram/features/voices/spoken-voice.ts'

/** What may be typed for an act of a filer. */
export const FilerWords = z.object({
  text: z.string(),
  photos: z.array(z.string()),
  voice: SpokenVoice.optional(),
  /** Mediator or court. */
  body: z.string(),
  caseNumber: z.string(),
  /** 1 to 5, as chosen. */
  rating: z.enum(['1', '2', '3', '4', '5']).optional(),
})
export type FilerWords = z.infer<typeof FilerWords>
export const NO_WORDS: FilerWords = { text: '', photos: [], body: '', caseNumber: '' }

interface Asked {
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
}

/** An act of a filer: how it is offered, what it asks for, what follows, and how it is sent. */
export interface FilerForm {
  readonly act: ComplaintAct
  readonly word: string
  /** What it does, beneath its word and above its fields. */
  readonly note: string
  readonly text: Asked & { readonly least: number; readonly most: number }
  readonly takesPhotos?: boolean
  /** Instead of words, too. */
  readonly takesVoice?: boolean
  readonly body?: Asked
  readonly caseNumber?: Asked
  /** Asked once more by its name, with what is lost. */
  readonly sure?: { readonly loses: string; readonly keep: string }
  readonly done: string
  readonly post: (
    about: About,
    words: FilerWords,
    sending: { readonly key: string },
  ) => Promise<Complaint>
}

const BODY = { least: 2, most: 60 } as const

const text = ({ text: words }: FilerWords) => (words.trim() === '' ? {} : { text: words })

const MESSAGE: FilerForm = {
  act: 'message',
  word: '留言，补充照片或语音',
  note: '写给、说给正在办理的单位，留在经过里。',
  text: { label: '要说的话', least: 2, most: 2_000, placeholder: '例如：今天上午又响了，附照片' },
  takesPhotos: true,
  takesVoice: true,
  done: '留言已送到。',
  post: (about, words, sending) => {
    const { photos, voice } = words
    const spoken = voice?.id === undefined ? {} : { voice: voice.id }
    const said = { ...about, ...text(words), photos, ...spoken }
    return thenForget(voice, api.complaints.message(said, sending))
  },
}

const URGE: FilerForm = {
  act: 'urge',
  word: '催办',
  note: '提醒正在办理的单位，每天一次，每次都有记录。',
  text: { label: '想说的话（可以不写）', least: 0, most: 500 },
  done: '已催办，办理单位会收到提醒。明天还没有回音，可以再催。',
  post: (about, words, sending) => api.complaints.urge({ ...about, ...text(words) }, sending),
}

const ROUTE: FilerForm = {
  act: 'route',
  word: '直接转街道',
  note: '随时可以，不用等物业逾期。转过去以后由街道受理，物业的期限停止计算。',
  text: { label: '为什么找街道（可以不写）', least: 0, most: 1_000 },
  done: '已转到街道，等街道受理。',
  post: (about, words, sending) => api.complaints.route({ ...about, ...text(words) }, sending),
}

const MEDIATE: FilerForm = {
  act: 'to_mediation',
  word: '申请调解',
  note: '期限停止计算，案卷保留。调解不成，可以转回街道接着办。',
  body: { label: '哪个调解单位', placeholder: '例如：物业纠纷人民调解委员会' },
  text: { label: '补充说明（可以不写）', least: 0, most: 2_000 },
  done: '已记下转去调解，期限停止计算，案卷保留。',
  post: (about, { body, ...words }, sending) =>
    api.complaints.toMediation({ ...about, body, ...text({ ...words, body }) }, sending),
}

const SUE: FilerForm = {
  act: 'to_litigation',
  word: '向法院起诉',
  note: '起诉由您自己去法院办，这里记下来。期限停止计算，案卷保留、随时能看；以后可以转回街道。',
  body: { label: '哪个法院', placeholder: '例如：青山区人民法院' },
  caseNumber: { label: '案号（立案后再填也可以）', placeholder: '立案通知书上的案号' },
  text: { label: '补充说明（可以不写）', least: 0, most: 2_000 },
  done: '已记下走诉讼途径，期限停止计算，案卷保留。',
  post: (about, words, sending) =>
    api.complaints.toLitigation(
      {
        ...{ ...about, body: words.body, ...text(words) },
        ...(words.caseNumber.trim() !== '' && { caseNumber: words.caseNumber }),
      },
      sending,
    ),
}

const TAKE_BACK: FilerForm = {
  act: 'take_back',
  word: '转回街道接着办',
  note: '调解、诉讼或有关部门没有解决的，由街道接着办理，期限重新计算。',
  text: { label: '哪些没有解决', least: 2, most: 2_000 },
  done: '已转回街道，继续办理。',
  post: (about, words, sending) => api.complaints.takeBack({ ...about, text: words.text }, sending),
}

const WITHDRAW: FilerForm = {
  act: 'withdraw',
  word: '撤回投诉',
  note: '不想再办了，可以撤回。',
  text: { label: '为什么撤回（可以不写）', least: 0, most: 500 },
  sure: {
    loses: '撤回以后不再办理，期限都停止。写过的内容和经过还在，要再办，需要重新提交。',
    keep: '不撤回',
  },
  done: '已撤回。',
  post: (about, words, sending) => api.complaints.withdraw({ ...about, ...text(words) }, sending),
}

/** A dispute reopens once; the second, and one about a refusal, is reviewed by two officers. */
const disputeOf = ({
  state,
  disputesLeft,
  level = 'property',
}: Pick<Complaint, 'state' | 'disputesLeft' | 'level'>): FilerForm => {
  const again = { property: '物业', street: '街道', district: '区县' }[level]
  const isReview = state === 'not_accepted' || disputesLeft <= 1
  return {
    act: 'dispute',
    word: state === 'not_accepted' ? '对不予受理申请复核' : '没有办好，我有异议',
    note: isReview
      ? '由两名没有办过这件投诉的工作人员复核，复核结论会写在经过里。'
      : `第一次异议：${again}要重新办理，期限重新计算。以后仍不满意，还可以再提一次，由两名工作人员复核。`,
    text: { label: '说明原因', hint: '写清哪里没有办好', least: 5, most: 1_000 },
    takesPhotos: true,
    done: isReview ? '已交两名工作人员复核。' : `已提出异议，${again}会重新办理。`,
    post: (about, { text: words, photos }, sending) =>
      api.complaints.dispute({ ...about, text: words, photos }, sending),
  }
}

/** Everything a filer may do besides confirming, the likeliest first. */
export const formsFor = (complaint: Complaint): readonly FilerForm[] => [
  disputeOf(complaint),
  ...[MESSAGE, URGE, ROUTE, MEDIATE, SUE, TAKE_BACK, WITHDRAW],
]

/** What is still to be filled in; nothing where it can be sent. */
export function missingIn(
  { text: asked, body, caseNumber, takesVoice }: FilerForm,
  words: FilerWords,
): string | undefined {
  const bodyLength = lengthOf(words.body)
  if (body && bodyLength < BODY.least) return `请写明${body.label}`
  if (body && bodyLength > BODY.most) return `${body.label}写得太长，请删减`
  if (caseNumber && lengthOf(words.caseNumber) > BODY.most) return '案号写得太长，请核对'
  return missingWords(asked, takesVoice === true, words)
}

function missingWords({ least, most }: FilerForm['text'], mayBeSpoken: boolean, words: FilerWords) {
  const length = lengthOf(words.text)
  const isSpoken = mayBeSpoken && words.voice !== undefined && length === 0
  if (length < least && !isSpoken)
    return `至少写 ${least} 个字${mayBeSpoken ? '，或录一段语音' : ''}`
  return length > most ? `文字多了 ${length - most} 个，请删减` : undefined
}

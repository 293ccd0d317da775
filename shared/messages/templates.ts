/** Which of WeChat's kinds of field a key is of stands in its name: `thing2` is a thing. */
export type FieldType =
  | 'thing'
  | 'number'
  | 'letter'
  | 'symbol'
  | 'character_string'
  | 'time'
  | 'date'
  | 'amount'
  | 'phone_number'
  | 'car_number'
  | 'name'
  | 'phrase'

/** What a field of a template is filled from. */
export type FieldSource = 'title' | 'words' | 'at' | 'number' | 'state'

export const TEMPLATE_KEYS = [
  'complaint_progress',
  'complaint_moved',
  'complaint_result',
  'complaint_duty',
  'emergency',
  'vote',
] as const
export type TemplateKey = (typeof TEMPLATE_KEYS)[number]

export interface Template {
  readonly key: TemplateKey
  /** As a person reads it when asked. */
  readonly title: string
  /** WeChat's key of each field, and what fills it. A deployment may name other keys of the same kinds. */
  readonly fields: Readonly<Record<string, FieldSource>>
  /** Said where the event names no state of its own: at most five Chinese characters. */
  readonly state: string
}

/** The templates a deployment applies for in WeChat's console; how many may be asked for at one tap stands beside. */
export const TEMPLATES: readonly Template[] = [
  {
    key: 'complaint_progress',
    title: '投诉进度提醒',
    fields: {
      character_string1: 'number',
      thing2: 'title',
      phrase3: 'state',
      time4: 'at',
      thing5: 'words',
    },
    state: '有新进展',
  },
  {
    key: 'complaint_moved',
    title: '投诉转办通知',
    fields: { character_string1: 'number', thing2: 'title', time3: 'at', thing4: 'words' },
    state: '已转办',
  },
  {
    key: 'complaint_result',
    title: '投诉处理结果通知',
    fields: {
      character_string1: 'number',
      thing2: 'title',
      phrase3: 'state',
      time4: 'at',
      thing5: 'words',
    },
    state: '已处理',
  },
  {
    key: 'complaint_duty',
    title: '待办提醒',
    fields: { character_string1: 'number', thing2: 'title', time3: 'at', thing4: 'words' },
    state: '待办理',
  },
  {
    key: 'emergency',
    title: '紧急事件通知',
    fields: { thing1: 'title', time2: 'at', thing3: 'words' },
    state: '紧急',
  },
  {
    key: 'vote',
    title: '业主表决提醒',
    fields: { thing1: 'title', time2: 'at', thing3: 'words' },
    state: '表决',
  },
]

// Current typings say five, older documents three: three are taken everywhere.
export const MOST_AT_ONE_TAP = 3

export function templateOf(key: TemplateKey): Template {
  const found = TEMPLATES.find((template) => template.key === key)
  if (!found) throw new Error(`no template ${key}`)
  return found
}

import { lengthOf } from '#shared/kernel/text.ts'
import type { Emergency } from '#shared/emergencies/contract.ts'
import type { Act } from '#shared/emergencies/rules.ts'
import { emergenciesApi } from '#miniprogram/features/emergencies/api.ts'

export interface Said {
  readonly text: string
  readonly place: string
  readonly until: Date | undefined
  readonly cause: string
  readonly done: string
  readonly changes: string
}
type Words = Exclude<keyof Said, 'until'>

export interface Field {
  readonly name: keyof Said
  readonly label: string
  readonly hint?: string
  readonly least: number
  readonly most: number
}

export const ACT_TITLES: Readonly<Record<Act, string>> = {
  confirm: '核实属实',
  dismiss: '认定不属实',
  handle: '开始处置',
  expect: '预计恢复时间',
  restore: '恢复正常',
  review: '复盘',
}

const SEEN = '居民看得到，不要写人名'
const note = (label: string, hint = '内部记录，可以不写'): Field => ({
  ...{ name: 'text', label, hint, least: 0, most: 300 },
})

const FIELDS: Readonly<Record<Act, readonly Field[]>> = {
  confirm: [
    {
      ...{ name: 'place', label: '在哪里', hint: '位置不准可以改。居民看得到，不要写人名' },
      ...{ least: 1, most: 60 },
    },
  ],
  dismiss: [
    {
      ...{ name: 'text', label: '为什么不属实', hint: '上报人和街道看得到，系统会记下是谁认定的' },
      ...{ least: 5, most: 300 },
    },
  ],
  handle: [note('派了谁、做什么')],
  expect: [
    { name: 'until', label: '什么时候能恢复', least: 0, most: 0 },
    note('为什么是这个时间', `${SEEN}，可以不写`),
  ],
  restore: [note('怎么恢复的')],
  review: [
    { name: 'cause', label: '起因', hint: SEEN, least: 2, most: 1_000 },
    { name: 'done', label: '做了什么', hint: SEEN, least: 2, most: 1_000 },
    { name: 'changes', label: '以后怎么改', hint: SEEN, least: 2, most: 1_000 },
  ],
}

export const fieldsOf = (act: Act): readonly Field[] => FIELDS[act]

export const begunAs = ({ place, expectedAt }: Emergency): Said => ({
  ...{ text: '', place, cause: '', done: '', changes: '' },
  until: expectedAt === undefined ? undefined : new Date(expectedAt),
})

/** What is missing before it can be sent; nothing where it can. */
export function missingIn(act: Act, said: Said): string | undefined {
  for (const { name, label, least, most } of FIELDS[act]) {
    if (name === 'until') {
      if (!said.until) return '请选择什么时候能恢复'
      continue
    }
    const length = lengthOf(said[name satisfies Words])
    if (length < least) return `请写“${label}”，至少 ${least} 个字`
    if (length > most) return `“${label}”多了 ${length - most} 个字，请删减`
  }
  return undefined
}

interface Which {
  readonly community: string
  readonly emergency: string
}

export function sendAct(act: Act, which: Which, said: Said, key: string): Promise<Emergency> {
  const text = said.text.trim()
  const { until, cause, done, changes, place } = said
  switch (act) {
    case 'confirm':
      return emergenciesApi.confirm({ ...which, place }, { key })
    case 'expect':
      return emergenciesApi.expect(
        { ...which, text, until: (until ?? new Date(0)).toISOString() },
        { key },
      )
    case 'review':
      return emergenciesApi.review({ ...which, cause, done, changes }, { key })
    case 'dismiss':
    case 'handle':
    case 'restore':
      return emergenciesApi[act]({ ...which, text }, { key })
  }
}

import type { MatterClass } from '#shared/votes/terms.ts'
import { MATTERS } from '#shared/votes/matters.ts'

const CLASS_WORDS: Readonly<Record<MatterClass, string>> = { ordinary: '一般', special: '重大' }

// The wheel has one line for each, of some twelve characters at 1.4 times the size; the law's wording follows beneath.
const SHORT: Readonly<Record<number, string>> = {
  1: '议事规则',
  2: '管理规约',
  3: '业委会选举、更换',
  4: '选聘、解聘物业',
  5: '使用维修资金',
  6: '筹集维修资金',
  7: '改建、重建',
  8: '公共部分改用途',
  9: '其他共同管理事项',
}

/** The nine matters of article 278 of the Civil Code, each with its class. */
export const MATTER_OPTIONS = MATTERS.map(({ matter, name, class: of }) => ({
  value: matter,
  text: `${CLASS_WORDS[of]}：${SHORT[matter] ?? name}`,
}))

import type { MatterClass } from './terms.ts'

export interface MatterOfLaw {
  /** Number in article 278. */
  readonly matter: number
  /** Wording of the law. */
  readonly name: string
  readonly class: MatterClass
  /** Where the class is laid down, and how sure we are: `full_text` was read in the law itself. */
  readonly source: string
  readonly confidence: 'full_text'
}

const LAW = { source: '《中华人民共和国民法典》第二百七十八条', confidence: 'full_text' } as const

/** What owners decide jointly. The class follows from the matter and is nobody's choice. */
export const MATTERS: readonly MatterOfLaw[] = [
  { matter: 1, name: '制定和修改业主大会议事规则', class: 'ordinary', ...LAW },
  { matter: 2, name: '制定和修改管理规约', class: 'ordinary', ...LAW },
  { matter: 3, name: '选举业主委员会或者更换业主委员会成员', class: 'ordinary', ...LAW },
  { matter: 4, name: '选聘和解聘物业服务企业或者其他管理人', class: 'ordinary', ...LAW },
  // Using the fund and raising it are different classes.
  { matter: 5, name: '使用建筑物及其附属设施的维修资金', class: 'ordinary', ...LAW },
  { matter: 6, name: '筹集建筑物及其附属设施的维修资金', class: 'special', ...LAW },
  { matter: 7, name: '改建、重建建筑物及其附属设施', class: 'special', ...LAW },
  { matter: 8, name: '改变共有部分的用途或者利用共有部分从事经营活动', class: 'special', ...LAW },
  { matter: 9, name: '有关共有和共同管理权利的其他重大事项', class: 'ordinary', ...LAW },
]

export const matterOf = (matter: number): MatterOfLaw | undefined =>
  MATTERS.find((one) => one.matter === matter)

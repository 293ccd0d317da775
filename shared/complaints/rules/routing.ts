import type { Category } from '../categories.ts'

/** A competent department, and what of complaints is its business. A community may change the table. */
export interface Department {
  readonly id: string
  readonly name: string
  readonly categories: readonly Category[]
}

/** S4 附件 1: 各职能部门责任分工. */
export const DEPARTMENTS: readonly Department[] = [
  { id: 'market', name: '市场监管', categories: ['fees', 'lift', 'parking'] },
  { id: 'fire', name: '消防救援', categories: ['fire_lane'] },
  { id: 'environment', name: '生态环境', categories: ['noise', 'cleaning'] },
  { id: 'police', name: '公安', categories: ['security', 'noise', 'parking'] },
  { id: 'urban', name: '城市管理（综合执法）', categories: ['fire_lane', 'green', 'decoration'] },
  { id: 'planning', name: '自然资源', categories: ['decoration'] },
  { id: 'housing', name: '住房和城乡建设', categories: ['repair', 'staff', 'committee'] },
  { id: 'labour', name: '人力资源和社会保障', categories: [] },
  { id: 'defence', name: '国防动员（人防）', categories: ['parking'] },
  { id: 'health', name: '卫生健康', categories: ['cleaning'] },
  { id: 'power', name: '供电公司', categories: ['repair'] },
  { id: 'utilities', name: '水、气、暖、通信单位', categories: ['repair'] },
  { id: 'civil', name: '社会工作部门', categories: ['committee'] },
  { id: 'finance', name: '财政', categories: [] },
]

/**
 * Straight past the property: interference with forming a committee, and complaints about the property's own staff or
 * prices. Whom it is about does not decide about it.
 */
const PAST_PROPERTY: readonly string[] = ['committee', 'staff', 'fees'] satisfies Category[]

export const skipsProperty = (category: string): boolean => PAST_PROPERTY.includes(category)

import { NATIONAL } from './national.ts'
import type { RuleProfile } from './profile.ts'

const FICTION = { source: '虚构，仅供演示', confidence: 'ours' } as const

/** Lets the demo community vote by tap. No real place has these rules. */
export const DEMO: RuleProfile = {
  id: 'demo',
  name: '示范规则（虚构，仅供演示）',
  version: 1,
  fictitious: true,
  values: {
    ...NATIONAL.values,
    windowDaysAtLeast: { value: 1, ...FICTION },
    windowDaysAtMost: { value: 30, ...FICTION },
    modes: { value: ['advisory', 'paper_assisted', 'local_electronic'], ...FICTION },
    electronicBasis: { value: '示范小区业主大会议事规则第十二条', ...FICTION },
    silentAllowed: {
      value: ['NOT_PARTICIPATING', 'PARTICIPATES_AS_ABSTAIN', 'FOLLOWS_MAJORITY'],
      ...FICTION,
    },
    proxyCap: { value: 3, ...FICTION },
  },
}

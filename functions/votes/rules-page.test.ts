import { PROFILES } from '#shared/votes/profiles/index.ts'
import { expectCurrent } from '../platform/generated-doc.fixture.ts'
import { rulesPage } from './rules-page.fixture.ts'

test('docs/vote-rules.md is current', () => {
  expectCurrent('docs/vote-rules.md', rulesPage())
})

test('every value of every profile says where it comes from', () => {
  for (const { id, values } of PROFILES) {
    for (const [name, { source, confidence }] of Object.entries(values)) {
      expect([id, name, source.length > 3, confidence.length > 0]).toEqual([id, name, true, true])
    }
  }
})

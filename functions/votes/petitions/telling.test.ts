import { openTemporaryTable } from '../../platform/table/open-tables.fixture.ts'
import { PASSED } from '#shared/kernel/content-check.ts'
import { COMMUNITY } from '../vote-people.fixture.ts'
import { petitionsIn } from './repository.ts'
import type { StoredPetition } from './stored.ts'
import { toldSome } from './telling.ts'

const NOW = new Date('2026-12-01T02:00:00.000Z')
const at = NOW.toISOString()

const reached: StoredPetition = {
  ...{ community: COMMUNITY, petition: 'p1', title: '开业主大会', text: '换物业', reason: '到期' },
  ...{ startedBy: 'starter', startedAt: at, until: at, madeBy: { id: 'k', request: 'r' } },
  check: PASSED,
  support: {
    ...{ asOf: at, heads: 450, areaCenti: 1, totalHeads: 2_000, totalAreaCenti: 2 },
    ...{ neededHeads: 400, neededAreaCenti: 1, reachesHeads: true, reachesArea: true },
  },
  reached: { at, registerVersion: 1 },
  untold: true,
}

test('page by page, everybody once: who has to act first, then who asked', async () => {
  const { table, close } = await openTemporaryTable({ now: () => NOW })
  const petitions = petitionsIn(table, COMMUNITY)
  // Two heads of one person each: 225 persons, 450 heads, three visits.
  for (let n = 0; n < 450; n += 1) {
    const head = `head-${String(n).padStart(3, '0')}`
    await petitions.join('p1', head, { person: `joined-${n >> 1}`, name: '李**', at })
  }
  const told: string[] = []
  const needs = {
    messages: { tell: ({ person }: { person: string }) => Promise.resolve(void told.push(person)) },
    committeeOf: () => Promise.resolve(['chair']),
    officeOf: () => Promise.resolve([]),
  }
  let stored = reached
  let visits = 0
  for (; stored.untold; visits += 1) stored = await toldSome(needs, petitions, stored, NOW)
  expect(visits).toBe(3)
  expect(told.slice(0, 2)).toEqual(['chair', 'starter'])
  expect(told.slice(2)).toEqual(Array.from({ length: 225 }, (_, n) => `joined-${n}`))
  await close()
})

import type { AreaCard } from '#shared/complaints/lists-contract.ts'
import { people } from '#shared/people/contract.ts'
import { complaintCardWith } from './complaints.fixture.ts'
import { answerTo, COMMUNITY } from './server.fixture.ts'

export const areaCardWith = (facts: Partial<AreaCard> = {}): AreaCard => ({
  ...complaintCardWith({ state: 'routed_street', level: 'street' }),
  community: COMMUNITY,
  communityName: '锦绣花园',
  ...facts,
})

/** An officer of these places above the community. */
export function comeAsOfficer(role: 'street' | 'district', ...places: readonly string[]): void {
  answerTo(people.me, {
    person: 'p1',
    name: '孙伟',
    memberships: [{ community: COMMUNITY, name: '锦绣花园', roles: [role], homes: [] }],
    held: places.map((of) => ({
      ...{ grant: `g-${of}`, scope: role, of, place: `${of}街道`, role },
      from: '2026-01-01T00:00:00.000Z',
    })),
  })
}

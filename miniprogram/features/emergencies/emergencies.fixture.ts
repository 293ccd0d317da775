import type { Emergency, EmergencyCard } from '#shared/emergencies/contract.ts'

/** A pipe that burst, reported by a neighbour and confirmed, as everybody sees it. */
export const emergencyWith = (rest: Partial<Emergency> = {}): Emergency => ({
  ...{ emergency: 'e1', kind: 'pipe', place: '1栋 地下室', state: 'confirmed', unverified: false },
  ...{ reportedAt: '2026-11-21T01:00:00.000Z', late: false, mine: false, expected: [], acts: [] },
  ...rest,
})

export const emergencyCardWith = (rest: Partial<EmergencyCard> = {}): EmergencyCard => {
  const { emergency, kind, place, state, unverified, reportedAt, late } = emergencyWith()
  return { emergency, kind, place, state, unverified, reportedAt, late, ...rest }
}

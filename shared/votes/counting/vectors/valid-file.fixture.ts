/** A small file that fits the format, fresh on every call, to be spoilt by a test. */
export const validFile = () => ({
  communities: {
    C1: [
      { id: 'U1', areaCenti: 10_000, owners: ['A'], status: 'delivered', kind: 'home' },
      { id: 'U2', areaCenti: 5_000, owners: ['H2', 'H1'], status: 'delivered', kind: 'home' },
      { id: 'P1', areaCenti: 1_250, owners: ['DEV'], status: 'unsold', kind: 'parking' },
    ],
    C2: [{ id: 'U1', areaCenti: 1, owners: ['B'], status: 'delivered', kind: 'commercial' }],
  } as Record<string, Record<string, unknown>[]>,
  cases: [validCase('T1'), validCase('T2')],
})

const validCase = (id: string) => ({
  id,
  community: 'C1',
  note: 'what it tests',
  item: { class: 'ordinary', scopeUnits: ['U1', 'U2'] as string[] | null },
  policy: {
    parkingCounted: false,
    silent: 'NOT_PARTICIPATING',
    revote: 'LAST_BEFORE_CLOSE',
    proxyCap: 3 as number | null,
    closesAt: '2026-03-20T10:00:00Z',
  },
  served: ['A'],
  representatives: { 'H1+H2': 'H1' } as Record<string, unknown>,
  proxies: [{ principal: 'A', agent: 'X', written: true }],
  ballots: [
    {
      by: 'X',
      onBehalfOf: 'A' as string | null,
      units: ['U1'] as string[] | null,
      choice: 'for',
      channel: 'paper',
      signed: true,
      at: '2026-03-18T08:00:00Z',
    },
  ],
})

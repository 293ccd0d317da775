import type { Role } from '#shared/kernel/permissions.ts'
import { claimable, codeUntil, MOST_PAPERS, reprintable, type FiledAtWindow } from './window.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const paper = (digest: string, expiresAt = codeUntil(NOW).toISOString()) => ({ digest, expiresAt })
const window = (...digests: string[]): FiledAtWindow => ({ papers: digests.map((d) => paper(d)) })
const claimed: FiledAtWindow = { ...window('a'), claimed: { at: '' } }

test.each<[string, FiledAtWindow | undefined, string, readonly Role[], string | true]>([
  ['the code of the only paper', window('a'), 'a', ['owner'], true],
  ['of the last of two', window('a', 'b'), 'b', ['tenant'], true],
  ['of the first of two', window('a', 'b'), 'a', ['owner'], 'complaints.claim_replaced'],
  ['of another complaint', window('a'), 'b', ['owner'], 'complaints.claim_wrong'],
  ['where nothing was filed at the window', undefined, 'a', ['owner'], 'complaints.claim_wrong'],
  ['once more', claimed, 'a', ['owner'], 'complaints.claim_used'],
  ['a wrong code for what is claimed', claimed, 'b', ['owner'], 'complaints.claim_wrong'],
  [
    'too late',
    { papers: [paper('a', NOW.toISOString())] },
    'a',
    ['owner'],
    'complaints.claim_expired',
  ],
  ['who hands out papers', window('a'), 'a', ['community', 'owner'], 'complaints.claim_by_office'],
])('%s', (_, filed, digest, roles, expected) => {
  const decided = claimable(filed, digest, roles, NOW)
  expect(decided.ok || decided.code).toBe(expected)
})

test.each<[string, FiledAtWindow | undefined, string | true]>([
  ['a paper more', window('a'), true],
  ['none for what is claimed', claimed, 'complaints.claim_used'],
  ['none for what was filed by phone', undefined, 'complaints.not_at_window'],
  [
    'not without end',
    window(...Array.from({ length: MOST_PAPERS }, (_, n) => `${n}`)),
    'complaints.too_many_receipts',
  ],
])('%s', (_, filed, expected) => {
  const decided = reprintable(filed)
  expect(decided.ok || decided.code).toBe(expected)
})

import { complaints } from '#shared/complaints/contract.ts'
import { filed } from '../../complaints/complaints.fixture.ts'
import { atWindow, AUNT } from '../../complaints/window.fixture.ts'
import type { TestApp } from '../test-app.fixture.ts'
import { good, type GoodRequest } from './good-request.fixture.ts'

const at = { community: 'jinxiu' }
/** Whom the register does not know. */
const SOMEBODY = {
  name: '过路人',
  unit: undefined,
  place: { kind: 'common', area: '东门' },
} as const

/** What is done for who has no phone, and with a whole file. */
export async function goodWindow(app: TestApp): Promise<GoodRequest[]> {
  const worker = await app.as('community')
  const one = async () => {
    const { complaint, receipt } = (await atWindow(worker, SOMEBODY)).body
    return { number: complaint.number, secret: receipt.code ?? '' }
  }
  const [claimed, reprinted, said] = [await one(), await one(), await one()]
  const number = await filed(app)
  const resident = await app.as('resident')
  const { sha256 } = (await resident.send(complaints.evidence, { ...at, number })).body
  const words = { says: 'message', text: '本人来说还在夹人。' } as const
  return [
    good(complaints.fileAtWindow, 'community', { ...AUNT, ...SOMEBODY }),
    good(complaints.reprintReceipt, 'community', { ...at, number: reprinted.number }),
    good(complaints.sayForFiler, 'community', { ...at, number: said.number, ...words }),
    good(complaints.claimWithCode, 'resident', { ...at, ...claimed }),
    good(complaints.evidence, 'resident', { ...at, number }),
    good(complaints.checkEvidence, 'resident', { ...at, number, sha256 }),
  ]
}

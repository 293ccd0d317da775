import { createHash } from 'node:crypto'
import { stateItem } from '#functions/complaints/items.ts'
import type { StoredComplaint } from '#functions/complaints/stored.ts'
import type { Item } from '#functions/platform/table/table.ts'
import { begin } from '#shared/complaints/rules/life.ts'
import { publicNumber } from '#shared/kernel/public-number.ts'

export const TEXT =
  '2 号电梯下行时有明显异响和抖动，家里老人不敢坐，请尽快派人检修，并告知检修时间。'
const FIRST = Date.parse('2026-01-01T00:00:00.000Z')

/** Complaints as the product stores them once they are checked, each filed a minute after the one before. */
export function* storedComplaints(
  community: string,
  code: string,
  rows: number,
): Generator<StoredComplaint> {
  const isNew = firstTimes()
  for (let n = 0; n < rows; n += 1) {
    const digest = createHash('sha256').update(`${community} ${n}`).digest()
    let number = publicNumber(code, digest, 0)
    for (let attempt = 1; !isNew(number); attempt += 1) {
      number = publicNumber(code, digest, attempt)
    }
    yield complaint(community, number, n)
  }
}

/** Bits instead of a million numbers. Two numbers may share one: then the second counts as taken, and another is drawn. */
function firstTimes(): (number: string) => boolean {
  const seen = new Uint8Array(2 ** 24)
  return (number) => {
    const bit = createHash('sha256').update(number).digest().readUInt32BE() >>> 5
    const [at, mask] = [bit >>> 3, 1 << (bit & 7)]
    const isFirst = ((seen[at] ?? 0) & mask) === 0
    seen[at] = (seen[at] ?? 0) | mask
    return isFirst
  }
}

export function complaint(community: string, number: string, n: number): StoredComplaint {
  const at = new Date(FIRST + n * 60_000).toISOString()
  return {
    number,
    community,
    category: 'lift',
    text: TEXT,
    place: { kind: 'common', area: '3 号楼 1 单元电梯厅' },
    photos: [],
    filedBy: { person: `resident-${n % 1_000}`, role: 'owner', name: '张**' },
    filedAt: at,
    changedAt: at,
    hidesName: false,
    channel: 'APP',
    life: { ...begin(at, false), opened: true },
    check: { state: 'passed' },
    events: [],
    untold: [],
    cosigns: { count: 0 },
    releases: [],
    madeBy: { id: `made-${n}`, request: 'x'.repeat(43) },
  }
}

export const itemOf = (stored: StoredComplaint): Item => stateItem(stored, 1)

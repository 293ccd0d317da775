import { keptUntil } from '#shared/privacy/retention.ts'
import { DEMO } from '#shared/votes/profiles/demo.ts'
import { valuesOf } from '#shared/votes/profiles/profile.ts'
import { PASSED } from '#shared/kernel/content-check.ts'
import { begin } from '#shared/complaints/rules/life.ts'
import { eventItem, partitionOf, stateItem } from './complaints/items.ts'
import type { StoredComplaint, StoredEvent } from './complaints/stored.ts'
import { stateItem as emergencyItem } from './emergencies/repository.ts'
import type { StoredEmergency } from './emergencies/stored.ts'
import { billItem } from './fees/stored-bill.ts'
import { messageItem, messagePartition, type StoredMessage } from './messages/stored.ts'
import { photoItem } from './photos/stored.ts'
import type { Table } from './platform/table/table.ts'
import { correctionItem } from './privacy/correction-repository.ts'
import { addSights } from './privacy/sight-repository.ts'
import { ballotKey, ballotPartitions, voteItem } from './votes/items.ts'
import { petitionItem, supportItem, supportPartition } from './votes/petitions/items.ts'
import type { StoredPetition } from './votes/petitions/stored.ts'
import { hashOfRoll, rowsOfRoll, votersRoll } from './votes/roll.ts'
import { writeRows } from './votes/rows.ts'
import type { RollUnit, StoredVote } from './votes/stored.ts'

const community = 'jinxiu'
const madeBy = { id: 'made', request: 'made' }

/** Something that is kept for a time since it was settled. */
export interface Kind {
  /** Puts one, settled at that time. */
  put(table: Table, id: string, since: Date): Promise<void>
  /** How many items of it that are personal are there. */
  left(table: Table, id: string): Promise<number>
  /** From when on none may be there; `undefined` where it may never go. */
  until(since: Date): Date | undefined
  /** The entry that its removal puts on the chain of its community, where it does. */
  entry?(id: string, since: Date): string
}

const count = async (table: Table, partitions: readonly string[]): Promise<number> =>
  (await Promise.all(partitions.map((pk) => table.count(pk)))).reduce((a, b) => a + b, 0)

export const KINDS = {
  vote: vote('final'),
  cancelled: vote('cancelled'),
  disputed: { ...vote('final', true), until: () => undefined },
  complaint: {
    async put(table, id, since) {
      const stored = confirmedComplaint(id, since)
      await table.put(eventItem(stored, confirmation(since)))
      await table.put(stateItem(stored, 1))
    },
    left: (table, id) => count(table, [partitionOf(community, id)]),
    until: (since) => keptUntil('complaints', since),
    entry: (id) => id,
  },
  emergency: {
    async put(table, id, since) {
      const stored = reviewedEmergency(id, since)
      const pk = `EMERGENCY#${community}#${id}`
      await table.put({ pk, sk: 'TICK#secure#p', version: 1, v: 1, data: {} })
      await table.put(emergencyItem(stored, 1))
    },
    left: (table, id) => count(table, [`EMERGENCY#${community}#${id}`]),
    until: (since) => keptUntil('emergencies', since),
    entry: (id) => id,
  },
  bill: {
    put: (table, id, since) => table.put(billItem(community, paidBill(id, since), 1)),
    left: (table, id) => count(table, [`BILLS#${community}#${id}`]),
    until: (since) => keptUntil('bills', since),
    // One for all bills of a month.
    entry: (id, since) => paidBill(id, since).from,
  },
  photo: {
    put: (table, id, since) => table.put(photoItem(refusedPhoto(id, since), 1)),
    left: async (table, id) => {
      const item = await table.get({ pk: `PHOTO#${community}#${id}`, sk: 'STATE' })
      return item && 'blob' in (item.data as object) ? 1 : 0
    },
    until: (since) => keptUntil('photos_unused_bytes', since),
  },
  correction: {
    put: (table, id, since) => table.put(correctionItem(answeredCorrection(id, since), 1, since)),
    left: (table, id) => count(table, [`CORRECTION#${community}#${id}`]),
    until: (since) => keptUntil('corrections', since),
  },
  petition: {
    async put(table, id, since) {
      const support = { person: 'p', name: '张*', at: since.toISOString() }
      await table.put(supportItem({ community, petition: id, head: 'h' }, support))
      await table.put(petitionItem(reachedPetition(id, since), 1, since))
    },
    left: (table, id) =>
      count(table, [supportPartition(community, id), `PETITION#${community}#${id}`]),
    until: (since) => keptUntil('petitions', since),
  },
  message: {
    put: (table, id, since) => table.put(messageItem(readMessage(id, since), 1)),
    left: (table, id) => count(table, [messagePartition(id)]),
    until: (since) => keptUntil('messages', since),
  },
  sight: {
    put: (table, id, since) =>
      addSights(
        table,
        {
          ...{ viewer: 'v', as: 'property', community, what: 'claim' },
          ...{ whose: { person: id }, now: since },
        },
        keptUntil('sights', since),
      ),
    left: (table, id) => count(table, [`SIGHT#P#${id}`]),
    until: (since) => keptUntil('sights', since),
  },
} as const satisfies Readonly<Record<string, Kind>>

const UNITS: readonly RollUnit[] = ['a', 'b', 'c'].map((key) => ({
  unit: `1-1-${key}`,
  areaCenti: 10_000,
  kind: 'home',
  status: 'delivered',
  owners: [{ key, name: '张*' }],
}))

function vote(state: 'final' | 'cancelled', isDisputed = false): Kind {
  return {
    async put(table, id, since) {
      const rows = `rows-${id}`
      await writeRows(table, rows, { community, vote: id }, rowsOfRoll(UNITS), since)
      await table.put(voteItem(storedVote(id, rows, state, since, isDisputed), 1))
      for (const head of votersRoll(UNITS, true).heads.slice(0, 2)) {
        const submission = { voter: 'a', person: 'p', channel: 'electronic', madeBy }
        const data = {
          submissions: [{ ...submission, at: since.toISOString(), choices: ['for'] }],
        }
        await table.put({ ...ballotKey(id, head.id), version: 1, v: 1, data })
      }
    },
    left: (table, id) => count(table, [...ballotPartitions(id), `ROWS#rows-${id}`]),
    until: (since) => keptUntil('ballots', since),
    entry: (id) => id,
  }
}

function storedVote(
  vote: string,
  rows: string,
  state: 'final' | 'cancelled',
  since: Date,
  isDisputed: boolean,
): StoredVote {
  const at = since.toISOString()
  const { id, name, version, fictitious } = DEMO
  const by = { person: 'committee', name: '陈*' }
  const roll = votersRoll(UNITS, valuesOf(DEMO).parkingCounted)
  const dispute = { dispute: 'd', kind: 'lawsuit', at, by, note: '诉讼中。', madeBy } as const
  return {
    ...{ community, vote, title: '续聘', mode: 'advisory', items: [{ matter: 4, title: '续聘' }] },
    ...{ wording: 'none', state, draftedBy: by, draftedAt: at, madeBy, opensAt: at, closesAt: at },
    rules: { id, name, version, fictitious, ...valuesOf(DEMO), silent: 'NOT_PARTICIPATING' },
    roll: {
      ...{ frozenAt: at, registerVersion: 1, heads: roll.total.heads, rows },
      ...{ areaCenti: roll.total.areaCenti, units: roll.units, sha256: hashOfRoll(1, UNITS) },
    },
    steps: [{ to: state, at }],
    ...(isDisputed && { disputes: [dispute] }),
  }
}

const confirmedComplaint = (number: string, since: Date): StoredComplaint => {
  const at = since.toISOString()
  const filedBy = { person: 'p', role: 'owner', name: '张*' } as const
  return {
    ...{ number, community, category: 'lift', text: '电梯异响，请检修。', photos: [] },
    place: { kind: 'building', building: '1幢' },
    ...{ filedBy, filedAt: at, changedAt: at, hidesName: false, channel: 'APP', check: PASSED },
    life: { ...begin(at, false), state: 'confirmed', opened: true, lastSeq: 1 },
    ...{ events: [], untold: [], cosigns: { count: 0 }, releases: [], madeBy },
  }
}

const confirmation = (since: Date): StoredEvent => ({
  ...{ seq: 1, at: since.toISOString(), kind: 'confirmed', photos: [], check: PASSED, madeBy },
  by: { person: 'p', role: 'owner', name: '张*' },
  facts: { to: 'confirmed' },
})

const reviewedEmergency = (emergency: string, since: Date): StoredEmergency => {
  const at = since.toISOString()
  const by = { person: 'p', role: 'owner', name: '张*' } as const
  return {
    ...{ emergency, community, place: '1幢', photos: [], changedAt: at, untold: [], audit: [] },
    life: { kind: 'pipe', state: 'reviewed', reportedAt: at, lastSeq: 5, reminded: false },
    events: [{ seq: 1, at, kind: 'report', to: 'reported', by, madeBy }],
  }
}

const readMessage = (person: string, since: Date): StoredMessage => ({
  ...{
    message: 'm',
    person,
    event: 'complaint 1',
    template: 'complaint_result',
    words: '已办完。',
  },
  ...{ title: '投诉：办完', at: since.toISOString(), arrivedAt: since.toISOString() },
  ...{ subject: { kind: 'complaint', id: '1', community }, urgent: false },
  delivery: { state: 'settled', outcome: 'sent', at: since.toISOString() },
})

const paidBill = (unit: string, since: Date) => {
  const on = new Date(since.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  return {
    ...{ unit, from: on.slice(0, 7), to: on.slice(0, 7), areaCenti: 8_957, rate: 18_500 },
    ...{ rounding: 'month' as const, standard: 'home', dueOn: on },
    payments: [{ on, amountFen: 1_000_000, channel: '微信' }],
  }
}

const refusedPhoto = (id: string, since: Date) => ({
  ...{ id, community, person: 'p', use: 'complaint 1', asked: 1, blob: `photos/${id}`, madeBy },
  ...{ state: 'refused' as const, reason: 'photos.content_refused' as const },
  addedAt: since.toISOString(),
  bytesUntil: keptUntil('photos_unused_bytes', since).toISOString(),
})

const answeredCorrection = (correction: string, since: Date) => ({
  ...{ correction, community, person: 'p', name: '李芳', units: ['1-1-102'], madeBy, audit: [] },
  ...{ about: 'name' as const, text: '名字写错了。', state: 'done' as const, answer: '已改正。' },
  ...{ askedAt: since.toISOString(), answeredAt: since.toISOString() },
})

function reachedPetition(id: string, since: Date): StoredPetition {
  const at = since.toISOString()
  const both = { reachesHeads: true, reachesArea: true, neededHeads: 1, neededAreaCenti: 1 }
  const all = { heads: 1, areaCenti: 1, totalHeads: 1, totalAreaCenti: 1 }
  return {
    ...{ community, petition: id, title: '开会', text: '开业主大会', reason: '换物业' },
    ...{ startedBy: 'p', startedAt: at, until: at, madeBy },
    support: { asOf: at, ...both, ...all },
    check: PASSED,
    reached: { at, registerVersion: 1 },
  }
}

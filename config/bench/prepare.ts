import { createHash } from 'node:crypto'
import path from 'node:path'
import { addCommunity } from '#functions/communities/repository.ts'
import { NO_FORMER_LEFT } from '#functions/complaints/former.ts'
import { personsIn, type StoredGrants } from '#functions/people/repository.ts'
import type { Ports } from '#functions/platform/ports.ts'
import { openStore } from '#functions/platform/table/level-open.ts'
import type { Item } from '#functions/platform/table/table.ts'
import { saveRegister } from '#functions/register/saving.ts'
import { openStage } from '#demo/stage.ts'
import { addDays, DAY, dayOf, startOfDay } from '#shared/kernel/calendar.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import { headKeyOf } from '#shared/votes/counting/heads.ts'
import { votes } from '#shared/votes/contract.ts'
import { communityOf } from './communities.ts'
import { openBenchMachine } from './machine.ts'
import { itemOf, storedComplaints } from './stored-complaints.ts'
import { FEW, FEW_ROWS, LIVE, MANY, VOTE_ITEMS, type Voter, type World } from './world.ts'

const RESIDENTS = 400
const CLERKS = 40
const CODE_OF_FEW = 'FW'
const CODE_OF_MANY = 'MN'
/** Of letters that numbers are made of: what is joined is named by it. */
const CODE_OF_LIVE = 'RH'
const CODES = [
  [FEW, CODE_OF_FEW],
  [MANY, CODE_OF_MANY],
  [LIVE, CODE_OF_LIVE],
] as const
const NUMBERS = 2_000
const AT_ONCE = 500

/** Fills a data folder through the product's own repositories, so that its server can be started on it. */
async function prepare(folder: string, rows: number, voters: number): Promise<World> {
  const machine = await openBenchMachine(folder)
  const { ports, store } = machine
  const numbers: string[] = []
  await store.load(complaints(rows, numbers))
  for (const [id, code] of CODES) await addCommunity(ports.table, communityOf(id, code))
  const residents = await people(ports, 'resident', RESIDENTS, (n) => ({
    ...NOBODY,
    homes: [LIVE, FEW, MANY].map((community) => homeIn(community, n)),
  }))
  const clerks = (community: string) =>
    people(ports, `clerk-${community}`, CLERKS, () => withRole(community, 'property'))
  const world = {
    folder,
    rows,
    residents,
    clerksOfFew: await clerks(FEW),
    clerksOfMany: await clerks(MANY),
    numbers,
    joined: [...joinable()].map(({ number }) => number),
    ...(await openVote(ports, voters)),
  }
  await store.close()
  await settle(path.join(folder, 'store'))
  return world
}

/** What was loaded at once is sorted for minutes: measured is a store that has been written over months. */
async function settle(folder: string): Promise<void> {
  const db = await openStore(folder)
  await db.compactRange('', LAST_KEY)
  await db.close()
}

const LAST_KEY = '\u{10ffff}'

/** Joined by thousands of neighbours: one by one client, one by eight. */
const joinable = () => storedComplaints(LIVE, CODE_OF_LIVE, 2)

function* complaints(rows: number, numbers: string[]): Generator<Item> {
  // The product has run here before.
  yield NO_FORMER_LEFT
  for (const one of joinable()) yield itemOf(one)
  for (const one of storedComplaints(FEW, CODE_OF_FEW, FEW_ROWS)) yield itemOf(one)
  const step = Math.max(1, Math.floor(rows / NUMBERS))
  let n = 0
  for (const one of storedComplaints(MANY, CODE_OF_MANY, rows)) {
    if ((n += 1) % step === 0) numbers.push(one.number)
    yield itemOf(one)
  }
}

const NOBODY: StoredGrants = { name: '张小明', grants: [], homes: [] }
const withRole = (community: string, role: Role): StoredGrants => ({
  ...NOBODY,
  grants: [{ scope: 'community', of: community, role, from: '2026-01-01T00:00:00.000Z' }],
})
const labelOf = (n: number): string => `1-1-${n + 1}`
const ownerOf = (n: number): string => `owner-${n}`
const homeIn = (community: string, n: number) => ({
  community,
  unit: labelOf(n),
  areaCenti: 8_957,
  relation: 'owner' as const,
  owner: ownerOf(n),
})

/** Of the form WeChat gives; the stand-in refuses others. */
const openidOf = (person: string): string =>
  `o${createHash('sha256').update(person).digest('hex').slice(0, 27)}`

/** Persons with a session each; their tokens. */
async function people(
  { table, keys, now, newId }: Ports,
  prefix: string,
  count: number,
  grantsOf: (n: number) => StoredGrants,
): Promise<string[]> {
  const persons = personsIn(table)
  const expiresAt = Math.floor(now().getTime() / 1_000) + 86_400
  const add = async (n: number): Promise<string> => {
    const person = `${prefix}-${n}`
    const session = newId()
    await Promise.all([
      persons.add(person, grantsOf(n)),
      persons.rememberOpenid(person, openidOf(person)),
      persons.openSession(person, session, now(), expiresAt),
    ])
    return keys.signToken({ person, session, expiresAt })
  }
  const tokens: string[] = []
  while (tokens.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - tokens.length) }, (_, i) =>
      add(tokens.length + i),
    )
    tokens.push(...(await Promise.all(some)))
  }
  return tokens
}

/** A vote of two items that opened yesterday, on a roll of as many heads as there are voters. */
async function openVote(
  ports: Ports,
  count: number,
): Promise<{ readonly vote: string; readonly voters: readonly Voter[] }> {
  await saveRegister(ports.table, LIVE, registerOf(count), { run: ports.newId(), at: ports.now() })
  const tokens = await people(ports, 'voter', count, (n) => ({
    ...NOBODY,
    homes: [homeIn(LIVE, n)],
  }))
  await people(ports, 'chair', 1, () => withRole(LIVE, 'committee'))
  const vote = await conductVote(ports)
  return { vote, voters: tokens.map((token, n) => ({ token, head: headIdOf(ownerOf(n)) })) }
}

/** As the roll makes it of the key of a head. */
const headIdOf = (owner: string): string =>
  createHash('sha256')
    .update(headKeyOf([owner]))
    .digest('base64url')
    .slice(0, 22)

async function conductVote(ports: Ports): Promise<string> {
  const stage = openStage(ports)
  const opens = startOfDay(addDays(dayOf(ports.now()), -1))
  const on = { community: LIVE }
  // Eight days for objections to the roll, and fifteen of notice.
  stage.setClock(new Date(opens.getTime() - 30 * DAY))
  const { vote } = await stage.act('chair-0', votes.draft, {
    ...on,
    title: '更换电梯钢丝绳',
    mode: 'local_electronic',
    items: Array.from({ length: VOTE_ITEMS }, (_, n) => ({
      matter: 5,
      title: `第 ${n + 1} 项`,
      text: '使用维修资金更换六部电梯的钢丝绳和曳引轮。',
    })),
  })
  await stage.act('chair-0', votes.publishRoll, { ...on, vote })
  stage.setClock(new Date(opens.getTime() - 20 * DAY))
  await stage.act('chair-0', votes.freezeRoll, { ...on, vote })
  const day = addDays(dayOf(opens), -20)
  for (const step of ['consultation', 'summary', 'party', 'residents'] as const) {
    const from = step === 'consultation' && { from: addDays(day, -7) }
    const record = { ...on, vote, step, day, ...from, document: '小区公告栏，有存档' }
    await stage.act('chair-0', votes.recordGate, record)
  }
  await stage.act('chair-0', votes.giveNotice, {
    ...on,
    vote,
    opensAt: opens.toISOString(),
    closesAt: new Date(opens.getTime() + 20 * DAY).toISOString(),
  })
  stage.setClock(ports.now())
  await stage.sweep()
  return vote
}

function registerOf(count: number) {
  const numbers = Array.from({ length: count }, (_, n) => n)
  return {
    units: numbers.map((n) => ({
      label: labelOf(n),
      building: '1',
      kind: 'home' as const,
      areaCenti: 8_957,
      status: 'delivered' as const,
      owners: [ownerOf(n)],
    })),
    owners: numbers.map((n) => ({
      key: ownerOf(n),
      name: '张小明',
      organisation: false,
      phones: [],
    })),
    buildings: [{ building: '1', name: '1栋', units: count }],
  }
}

const [folder = '', rows = '', voters = ''] = process.argv.slice(2)
void prepare(folder, Number(rows), Number(voters)).then((world) =>
  process.stdout.write(JSON.stringify(world)),
)

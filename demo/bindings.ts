import { homeItem } from '#functions/bindings/items.ts'
import { homesIn } from '#functions/bindings/repository.ts'
import { emptyHome, type StoredHome } from '#functions/bindings/stored.ts'
import type { Ports } from '#functions/platform/ports.ts'
import type { Item } from '#functions/platform/table/table.ts'
import { bindings } from '#shared/bindings/contract.ts'
import type { Binding } from '#shared/bindings/rules/home.ts'
import type { Neighbour } from './neighbours.ts'
import { addClaimant, type Couple } from './cast.ts'
import { COMMUNITY, type Stage } from './stage.ts'
import { daysAgo, type Step } from './steps.ts'

const AT_ONCE = 25

/** Whoever lives in the demo was verified long ago: their homes say so as everybody else's will. */
export async function addBindings(
  { table }: Pick<Ports, 'table'>,
  persons: readonly Neighbour[],
  since: string,
): Promise<void> {
  const homes = new Map<string, StoredHome>()
  for (const { person, name, homes: own } of persons) {
    for (const { unit, areaCenti, relation, owner } of own) {
      const held = homes.get(unit) ?? { ...emptyHome(COMMUNITY, unit), areaCenti }
      const binding: Binding = {
        binding: `${person}-${unit}`.replace(/[^\w-]/g, '_'),
        person,
        name,
        relation,
        status: 'verified',
        since,
        changedAt: since,
        byCode: false,
        contested: false,
        ...(owner !== undefined && { owner, match: 'match', ground: 'listed' }),
      }
      homes.set(unit, confirmedIn(held, binding, since))
    }
  }
  const items = [...homes.values()].map((home) => homeItem(home, 1))
  await writeAll(table, items)
  const { remember } = homesIn(table)
  await Promise.all(
    persons.flatMap(({ person, homes: own }) =>
      own.map(({ unit }) => remember(person, COMMUNITY, unit)),
    ),
  )
}

function confirmedIn(home: StoredHome, binding: Binding, at: string): StoredHome {
  const seq = home.lastSeq + 1
  const event = {
    seq,
    at,
    kind: binding.relation === 'tenant' ? 'added' : 'confirmed',
    binding: binding.binding,
    by: { person: '', role: 'register', name: '' },
  } as const
  return {
    ...home,
    bindings: [...home.bindings, binding],
    events: [...home.events, event],
    lastSeq: seq,
  }
}

async function writeAll(table: Ports['table'], items: readonly Item[]): Promise<void> {
  for (let n = 0; n < items.length; n += AT_ONCE) await table.putNew(items.slice(n, n + AT_ONCE))
}

interface ClaimStory {
  readonly person: string
  readonly days: number
  readonly room: string
  readonly name: string
  readonly ground: 'listed' | 'phone_changed' | 'heir'
  readonly words: string
}

/** What waits for an officer: a changed phone, an heir, two who say that they are the same owner. */
const CLAIMS: readonly ClaimStory[] = [
  {
    person: 'claimant-1',
    days: 3,
    room: '904',
    name: '于航秀',
    ground: 'phone_changed',
    words: '去年换了手机号，原来的号码已经停用。',
  },
  {
    person: 'claimant-2',
    days: 2,
    room: '1002',
    name: '韦思源',
    ground: 'heir',
    words: '父亲去世，已办继承公证，公证书可以带来。',
  },
  { person: 'claimant-3', days: 2, room: '1001', name: '胡英秀', ground: 'listed', words: '' },
  {
    person: 'claimant-4',
    days: 1,
    room: '1001',
    name: '胡英秀',
    ground: 'phone_changed',
    words: '我一直住在这里，物业认得我。',
  },
]

/** Claims of the last days, and co-owners who agree on who votes for them. */
export function bindingSteps(stage: Stage, couple: Couple, now: Date): readonly Step[] {
  const claims = CLAIMS.map(({ person, days, room, name, ground, words }): Step => ({
    at: daysAgo(now, days, 10, 20),
    async happen() {
      await addClaimant(stage, person)
      const home = { community: COMMUNITY, building: '1栋', unit: '2单元', room }
      await stage.act(person, bindings.claim, { ...home, name, ground, words })
    },
  }))
  return [...claims, { at: daysAgo(now, 6, 19, 30), happen: () => agree(stage, couple) }]
}

async function agree(stage: Stage, { unit, proposer, other }: Couple): Promise<void> {
  const home = { community: COMMUNITY, unit }
  const { representation } = await stage.act(proposer, bindings.home, home)
  const member = representation?.owners.find(({ mine }) => mine)?.member ?? ''
  const proposed = await stage.act(proposer, bindings.propose, { ...home, member })
  const proposal = proposed.representation?.proposal?.proposal ?? ''
  await stage.act(other, bindings.consent, { ...home, proposal })
}

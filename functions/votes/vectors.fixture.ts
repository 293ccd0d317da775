import { readFileSync } from 'node:fs'
import path from 'node:path'
import { votes } from '#shared/votes/contract.ts'
import type { RuleValues } from '#shared/votes/profiles/profile.ts'
import type { SheetMark } from '#shared/votes/papers/terms.ts'
import type { VoteResult } from '#shared/votes/result.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import type { SilentPolicy } from '#shared/votes/terms.ts'
import type { RollUnit } from './stored.ts'
import { accept, give, nameOf } from './mandates/mandates.fixture.ts'
import { enterTwice, takeBack } from './papers/papers.fixture.ts'
import { addOwner, COMMUNITY, unit, type VoteApp } from './vote-people.fixture.ts'
import { done, gated, headsOf } from './votes.fixture.ts'

interface VectorUnit extends Pick<RollUnit, 'areaCenti' | 'status' | 'kind'> {
  id: string
  owners: string[]
}

export interface VectorBallot {
  by: string
  onBehalfOf: string | null
  units: string[] | null
  choice: SheetMark
  channel: 'electronic' | 'paper'
  signed: boolean
  at: string
}

export interface VectorCase {
  id: string
  community: string
  item: { class: 'ordinary' | 'special'; scopeUnits: string[] | null }
  policy: Pick<RuleValues, 'parkingCounted' | 'revote' | 'proxyCap'> & {
    silent: SilentPolicy
    closesAt: string
  }
  served: string[]
  representatives: Record<string, string>
  proxies: { principal: string; agent: string; written: boolean }[]
  ballots: VectorBallot[]
  expect: Record<string, number | boolean | string>
}

const file = path.resolve('shared/votes/counting/vectors/tally.json')
const read = JSON.parse(readFileSync(file, 'utf8')) as {
  communities: Record<string, VectorUnit[]>
  cases: VectorCase[]
}
export const CASES: readonly VectorCase[] = read.cases

/** What is in the scope of a case stands in a building of its own. */
const labelOf = (id: string, scope: readonly string[] | null): string =>
  `${scope === null || scope.includes(id) ? 1 : 2}-1-${id}`

/** The register of a case. */
export const registerOf = ({ community, item, representatives }: VectorCase): RollUnit[] =>
  (read.communities[community] ?? []).map(({ id, owners, ...rest }) => {
    const representative = representatives[[...owners].sort().join('+')]
    return unit(labelOf(id, item.scopeUnits), owners, {
      ...rest,
      ...(rest.status !== 'delivered' && { developer: DEVELOPER }),
      ...(representative !== undefined && { representative }),
    })
  })

/** Whose head these homes are, in the order of a sheet. */
export function ownersOf(vector: VectorCase, homes: readonly string[]): readonly string[] {
  const [first] = registerOf(vector).filter((one) => homes.includes(one.unit))
  return first?.developer === undefined
    ? (first?.owners ?? []).map(({ key }) => key)
    : [first.developer]
}

export const DEVELOPER = 'DEV'
/** The person of an owner; some are called like people the tests have already. */
const personOf = (owner: string): string => `owner-${owner}`

/** Everybody on the register of a case, with a phone. */
export async function addOwners({ ports }: VoteApp, units: readonly RollUnit[]): Promise<void> {
  const owners = new Set(units.flatMap((one) => one.owners.map(({ key }) => key)))
  for (const owner of owners) {
    const theirs = units.filter((one) => one.owners.some(({ key }) => key === owner))
    const homes = theirs.map(({ unit: label, owners: all }) => {
      const relation = all.length > 1 ? 'co_owner' : 'owner'
      return [label, relation, owner] as const
    })
    await addOwner(ports, personOf(owner), homes)
  }
}

/** Casts by phone for each head that the voter is an owner of, or for the one entrusted; the code of each answer. */
export async function castByPhone(
  app: VoteApp,
  vote: string,
  { by, onBehalfOf, choice }: VectorBallot,
): Promise<readonly (string | undefined)[]> {
  const person = personOf(by)
  const client = await app.as(person)
  const heads = await headsOf(app, person, vote)
  const principals = onBehalfOf === null ? [] : await headsOf(app, personOf(onBehalfOf), vote)
  const meant =
    onBehalfOf === null
      ? heads.filter(({ actsFor }) => actsFor === undefined)
      : principals.filter(({ head }) => heads.some((one) => one.head === head))
  const codes: (string | undefined)[] = []
  // Who has no part in it asks all the same.
  for (const { head } of meant.length > 0 ? meant : [{ head: 'none' }]) {
    const answer = await client.send(votes.cast, {
      ...{ community: COMMUNITY, vote, head, signature: SIGNED },
      // On a screen a blank is not possible: abstaining is a tap.
      choices: [
        { item: 1, choice: choice === 'blank' || choice === 'double' ? 'abstain' : choice },
      ],
    })
    codes.push(answer.code)
  }
  return codes
}

/** The published figures, by the names of the vectors. */
export function figuresOf({ items: [item] }: VoteResult): Record<string, unknown> {
  if (!item) throw new Error('no item')
  const holds = (test: string, axis: string) =>
    item.tests.find((one) => one.test === test && one.axis === axis)?.holds
  const { totalAreaCenti, totalHeads, participatingAreaCenti, participatingHeads } = item
  const { forAreaCenti, forHeads, againstAreaCenti, againstHeads } = item
  const { abstainAreaCenti, abstainHeads, result } = item
  return {
    ...{ totalAreaCenti, totalHeads, participatingAreaCenti, participatingHeads },
    ...{ forAreaCenti, forHeads, againstAreaCenti, againstHeads, abstainAreaCenti, abstainHeads },
    quorumArea: holds('quorum', 'area'),
    quorumHeads: holds('quorum', 'heads'),
    majorityArea: holds('majority', 'area'),
    majorityHeads: holds('majority', 'heads'),
    result,
  }
}

/** Drafted, published and frozen, its steps before notice on record, noticed: it opens on 16 March. */
export async function noticedVote(app: VoteApp, { item, policy }: VectorCase): Promise<string> {
  const at = { community: COMMUNITY }
  const asCommittee = () => app.as('committee')
  const title = '一件事情'
  const silence = {
    policy: policy.silent,
    clause: '议事规则第二十条',
    warning: '不投票的后果已写明。',
  }
  const { vote } = done(
    await (
      await asCommittee()
    ).send(votes.draft, {
      ...{ ...at, title, mode: 'local_electronic', paper: true },
      items: [{ matter: item.class === 'ordinary' ? 4 : 6, title, text: '这件事情的全文。' }],
      ...(policy.silent !== 'NOT_PARTICIPATING' && { silence }),
      ...(item.scopeUnits !== null && { scope: [{ building: '1' }] }),
    }),
    201,
  )
  const one = { ...at, vote }
  done(await (await asCommittee()).send(votes.publishRoll, one))
  app.clock.now = new Date('2026-02-20T02:00:00Z')
  done(await (await asCommittee()).send(votes.freezeRoll, one))
  await gated(app, vote)
  const window = { opensAt: '2026-03-15T16:00:00.000Z', closesAt: policy.closesAt }
  done(await (await asCommittee()).send(votes.giveNotice, { ...one, ...window }))
  return vote
}

/** Every written proxy, made in the app and accepted with its code. */
export async function giveMandates(
  app: VoteApp,
  vote: string,
  { proxies }: VectorCase,
): Promise<void> {
  for (const { principal, agent, written } of proxies) {
    if (!written) continue
    const named = { agent: nameOf(personOf(agent)) }
    const given = done(await give(app, personOf(principal), vote, named), 201)
    done(await accept(app, personOf(agent), vote, given.secret ?? ''))
  }
}

/** Handed in at the desk and entered by two people. */
export async function castOnPaper(
  app: VoteApp,
  vote: string,
  { by, onBehalfOf, choice, signed }: VectorBallot,
  sheets: readonly SheetOf[],
): Promise<void> {
  const voter = onBehalfOf ?? by
  const sheet = sheets.find(({ owners }) => owners.includes(voter))
  if (!sheet) throw new Error(`no sheet for ${voter}`)
  done(await takeBack(app, vote, sheet.code))
  const signer = sheet.owners.indexOf(voter) + 1
  await enterTwice(app, vote, sheet.code, { marks: [choice], signed, signer })
}

/** The code on the sheet of a head, and its owners in their order. */
export interface SheetOf {
  readonly code: string
  readonly owners: readonly string[]
}

import { bindings } from '#shared/bindings/contract.ts'
import type { Evidence } from '#shared/bindings/terms.ts'
import { memberOf } from '../../bindings/bindings.fixture.ts'
import { NAME, WORDS, type Bound, type Homes, type Spot } from '../../bindings/refusals.fixture.ts'
import { good, type GoodRequest } from './good-request.fixture.ts'

const CARD: Evidence = { kind: 'identity_document', last4: '2614' }
const SIGNED: Evidence = { kind: 'written_consent' }

const memberIn = async ({ app }: Homes, { home }: Spot, name: string): Promise<string> =>
  memberOf(await app.as('community'), name, home.unit)

/** An owner's code that the clerk printed. */
async function printed(homes: Homes, spot: Spot) {
  const member = await memberIn(homes, spot, NAME)
  const clerk = await homes.app.as('property')
  return (await clerk.send(bindings.issue, { ...spot.home, relation: 'owner', member })).body
}

async function withTenant(homes: Homes) {
  const spot = homes.sole()
  const owner = await homes.verified(spot)
  const sent = { ...spot.home, relation: 'tenant' as const }
  const { secret } = (await owner.client.send(bindings.invite, sent)).body
  const { client } = await homes.person()
  const { body } = await client.send(bindings.redeem, { ...spot.said, name: '赵敏', secret })
  return { spot, owner, of: { ...spot.home, binding: body.binding } }
}

/** A couple of which one has proposed who votes for both. */
async function withProposal(homes: Homes) {
  const spot = homes.shared()
  const [li, wang] = [await homes.verified(spot, '李四'), await homes.verified(spot, '王五')]
  const member = await memberIn(homes, spot, '李四')
  const { body } = await li.client.send(bindings.propose, { ...spot.home, member })
  const proposal = body.representation?.proposal?.proposal ?? ''
  const other = await memberIn(homes, spot, '王五')
  return { home: spot.home, li, wang, member, other, proposal }
}

const claims = async (homes: Homes): Promise<GoodRequest[]> => {
  const [first, second, third] = [homes.sole(), homes.sole(), homes.sole()]
  const comer = await homes.person('13300000001')
  const { secret } = await printed(homes, second)
  const waiting = await homes.waiting(third)
  const rejectedAt = homes.sole()
  const rejected = await homes.rejected(rejectedAt)
  const words = '产权证在我手上。'
  return [
    good(bindings.phone, comer.id, { code: '13300000001' }),
    good(bindings.claim, comer.id, { ...first.said, name: NAME }),
    good(bindings.redeem, (await homes.person()).id, { ...second.said, name: NAME, secret }),
    good(bindings.withdraw, waiting.id, { ...third.home, binding: waiting.binding }),
    good(bindings.appeal, rejected.id, { ...rejectedAt.home, binding: rejected.binding, words }),
  ]
}

const households = async (homes: Homes): Promise<GoodRequest[]> => {
  const spot = homes.sole()
  const { id, client } = await homes.verified(spot)
  const sent = { ...spot.home, relation: 'family' as const }
  const { code } = (await client.send(bindings.invite, sent)).body
  const { owner, of } = await withTenant(homes)
  const free = homes.shared()
  const li = await homes.verified(free, '李四')
  const [one, two] = [await withProposal(homes), await withProposal(homes)]
  const member = await memberIn(homes, free, '李四')
  return [
    good(bindings.home, id, spot.home),
    good(bindings.invite, id, sent),
    good(bindings.cancelInvite, id, { ...spot.home, code }),
    good(bindings.remove, owner.id, of),
    good(bindings.propose, li.id, { ...free.home, member }),
    good(bindings.consent, one.wang.id, { ...one.home, proposal: one.proposal }),
    good(bindings.revoke, two.li.id, two.home),
  ]
}

const desks = async (homes: Homes): Promise<GoodRequest[]> => {
  const spots = [homes.sole(), homes.sole(), homes.sole()] as const
  const waiting: Bound[] = []
  for (const spot of spots) waiting.push(await homes.waiting(spot))
  const [seen, confirmed, rejected] = waiting.map(({ binding }) => binding)
  const member = await memberIn(homes, spots[1], NAME)
  const endedAt = homes.sole()
  const ended = await homes.verified(endedAt)
  const of = (n: 0 | 1 | 2, binding = '') => ({ ...spots[n].home, binding })
  return [
    good(bindings.look, 'community', endedAt.home),
    good(bindings.seeDocument, 'community', { ...of(0, seen), evidence: CARD }),
    good(bindings.confirm, 'community', { ...of(1, confirmed), member, evidence: CARD }),
    good(bindings.reject, 'committee', { ...of(2, rejected), ...WORDS }),
    good(bindings.end, 'committee', {
      ...{ ...endedAt.home, binding: ended.binding },
      ...{ reason: 'mistaken', evidence: CARD, words: '核对有误。' },
    }),
  ]
}

const papers = async (homes: Homes): Promise<GoodRequest[]> => {
  const spot = homes.sole()
  const { code } = await printed(homes, spot)
  const member = await memberIn(homes, spot, NAME)
  const { of } = await withTenant(homes)
  const free = homes.shared()
  const [one, two] = [await withProposal(homes), await withProposal(homes)]
  const consent = { ...one.home, proposal: one.proposal, member: one.other, evidence: SIGNED }
  return [
    good(bindings.users, 'property', spot.home),
    good(bindings.issue, 'property', { ...spot.home, relation: 'owner', member }),
    good(bindings.cancel, 'property', { ...spot.home, code }),
    good(bindings.endUser, 'property', of),
    good(bindings.proposeOnPaper, 'community', {
      ...free.home,
      member: await memberIn(homes, free, '李四'),
    }),
    good(bindings.consentOnPaper, 'community', consent),
    good(bindings.revokeOnPaper, 'community', {
      ...two.home,
      member: two.member,
      evidence: SIGNED,
    }),
  ]
}

/** Each in a home of its own. */
export const goodHomes = async (homes: Homes): Promise<GoodRequest[]> => [
  ...(await claims(homes)),
  ...(await households(homes)),
  ...(await desks(homes)),
  ...(await papers(homes)),
]

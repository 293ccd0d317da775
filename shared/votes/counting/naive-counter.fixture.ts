// A second counter, kept as far from the first as it can be: it follows the rules of the vote vectors
// sentence by sentence, comparing everything with everything. Slow on purpose; shares no code.

export interface NaiveUnit {
  id: string
  areaCenti: number
  owners: string[]
  status: string
  kind: string
}

export interface NaiveBallot {
  by: string
  onBehalfOf: string | null
  units: string[] | null
  choice: string
  channel: string
  signed: boolean
  at: string
}

export interface NaiveCase {
  id: string
  community: string
  item: { class: string; scopeUnits: string[] | null }
  policy: {
    parkingCounted: boolean
    silent: string
    revote: string
    proxyCap: number | null
    closesAt: string
  }
  served: string[]
  representatives: Record<string, string>
  proxies: { principal: string; agent: string; written: boolean }[]
  ballots: NaiveBallot[]
}

const unique = (list: string[]) => list.filter((one, i) => list.indexOf(one) === i)
const sum = (list: number[]) => list.reduce((a, b) => a + b, 0)

export function countNaively(allUnits: NaiveUnit[], given: NaiveCase) {
  const { policy, item, ballots } = given
  const voter = (b: NaiveBallot) => b.onBehalfOf ?? b.by
  const later = (a: NaiveBallot, b: NaiveBallot) =>
    a.at > b.at || (a.at === b.at && ballots.indexOf(a) > ballots.indexOf(b))

  // 1
  const units = allUnits
    .filter((u) => policy.parkingCounted || u.kind !== 'parking')
    .filter((u) => item.scopeUnits?.includes(u.id) ?? true)
  // 2
  const keyOf = (u: NaiveUnit) => (u.status === 'delivered' ? u.owners.toSorted().join('+') : 'DEV')
  const heads = unique(units.map(keyOf))
  const unitsOf = (head: string) => units.filter((u) => keyOf(u) === head).map((u) => u.id)
  const areaOf = (head: string) =>
    sum(units.filter((u) => keyOf(u) === head).map((u) => u.areaCenti))
  const ownersOf = (head: string) => head.split('+')
  const representativeOf = (head: string) =>
    Object.entries(given.representatives).find(
      ([set]) => set.split('+').toSorted().join('+') === head,
    )?.[1]

  // 3, 4
  const gaveWrittenProxy = (b: NaiveBallot) =>
    given.proxies.some((p) => p.written && p.agent === b.by && p.principal === b.onBehalfOf)
  const handedIn = ballots
    .filter((b) => b.at <= policy.closesAt)
    .filter((b) => b.onBehalfOf === null || gaveWrittenProxy(b))
  const isBeyondCap = (b: NaiveBallot) => {
    if (b.onBehalfOf === null || policy.proxyCap === null) return false
    const ofAgent = handedIn.filter((o) => o.onBehalfOf !== null && o.by === b.by)
    const inOrder = ofAgent.toSorted((x, y) => (later(x, y) ? 1 : -1))
    return unique(inOrder.map(voter)).indexOf(voter(b)) >= policy.proxyCap
  }
  // 5
  const named = (b: NaiveBallot, head: string) =>
    unitsOf(head)
      .filter((u) => b.units === null || b.units.includes(u))
      .toSorted()
  const isCastFor = (b: NaiveBallot, head: string) =>
    ownersOf(head).includes(voter(b)) &&
    named(b, head).length > 0 &&
    [undefined, voter(b)].includes(representativeOf(head))
  // 6
  const isVoid = (b: NaiveBallot) => isBeyondCap(b) || !b.signed
  // 7
  const isRemovedByOwner = (b: NaiveBallot) =>
    b.onBehalfOf !== null &&
    handedIn.some(
      (own) =>
        own.onBehalfOf === null &&
        own.by === voter(b) &&
        heads.some((head) => isCastFor(own, head)) &&
        !isVoid(own),
    )
  const ofHead = (head: string) =>
    handedIn.filter((b) => isCastFor(b, head)).filter((b) => !isRemovedByOwner(b))
  // 8
  const survivors = (head: string) => {
    const valid = ofHead(head).filter((b) => !isVoid(b))
    const isSame = (a: NaiveBallot, b: NaiveBallot) =>
      voter(a) === voter(b) && String(named(a, head)) === String(named(b, head))
    const afterPaper = (b: NaiveBallot) =>
      b.channel === 'electronic' &&
      valid.some((p) => p.channel === 'paper' && isSame(p, b) && p.at <= b.at)
    const left = valid.filter((b) => !afterPaper(b))
    return left.filter(
      (b) =>
        !left.some(
          (o) => o !== b && isSame(o, b) && later(o, b) === (policy.revote === 'LAST_BEFORE_CLOSE'),
        ),
    )
  }
  // 9, 10, 11
  const read = (choice: string) => (['blank', 'double'].includes(choice) ? 'abstain' : choice)
  const choices = (head: string) => unique(survivors(head).map((b) => read(b.choice)))
  const castAs = (choice: string) =>
    heads.filter((head) => choices(head).length === 1 && choices(head)[0] === choice)
  // 12
  const isSilent = (head: string) =>
    ofHead(head).length === 0 && ownersOf(head).every((owner) => given.served.includes(owner))
  const areaOfAll = (some: string[]) => sum(some.map(areaOf))
  const leads = (one: string[], other: string[]) =>
    areaOfAll(one) > areaOfAll(other) && one.length > other.length
  const follow = () => {
    if (leads(castAs('for'), castAs('against'))) return 'for'
    return leads(castAs('against'), castAs('for')) ? 'against' : 'abstain'
  }
  const silentAs = new Map([
    ['NOT_PARTICIPATING', 'nothing'],
    ['PARTICIPATES_AS_ABSTAIN', 'abstain'],
    ['FOLLOWS_MAJORITY', follow()],
  ]).get(policy.silent)
  const side = (choice: string) => [
    ...castAs(choice),
    ...(silentAs === choice ? heads.filter(isSilent) : []),
  ]
  // 13
  const [yes, no, abstain] = [side('for'), side('against'), side('abstain')]
  const taking = [...yes, ...no, ...abstain]
  const [TA, TH] = [areaOfAll(heads), heads.length]
  const [PA, PH] = [areaOfAll(taking), taking.length]
  const [FA, FH] = [areaOfAll(yes), yes.length]
  const majority = (f: number, p: number) =>
    taking.length > 0 && (item.class === 'special' ? 4 * f >= 3 * p : 2 * f > p)
  const quorumArea = units.length > 0 && 3 * PA >= 2 * TA
  const quorumHeads = units.length > 0 && 3 * PH >= 2 * TH
  const majorityArea = majority(FA, PA)
  const majorityHeads = majority(FH, PH)
  const verdict = majorityArea && majorityHeads ? 'PASSED' : 'REJECTED'
  return {
    id: given.id,
    ...{ totalAreaCenti: TA, totalHeads: TH },
    ...{ participatingAreaCenti: PA, participatingHeads: PH },
    ...{ forAreaCenti: FA, forHeads: FH },
    ...{ againstAreaCenti: areaOfAll(no), againstHeads: no.length },
    ...{ abstainAreaCenti: areaOfAll(abstain), abstainHeads: abstain.length },
    ...{ quorumArea, quorumHeads, majorityArea, majorityHeads },
    result: quorumArea && quorumHeads ? verdict : 'NO_QUORUM',
  }
}

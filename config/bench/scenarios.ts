import { MARK } from '#demo/signature.ts'
import type { Request } from './load.ts'
import { TEXT } from './stored-complaints.ts'
import { CHOICES, FEW, inside, LIVE, MANY, type World } from './world.ts'

export interface Scenario {
  /** As `floor.ts` names its floor. */
  readonly name: string
  readonly what: string
  readonly isPost: boolean
  /** Each request can be made once only. */
  readonly once?: 'cast' | 'cosign'
  readonly next: () => Request
}

const turn = <T>(from: readonly T[]): (() => T) => {
  let n = 0
  return () => {
    const one = from[n % from.length]
    n += 1
    if (one === undefined) throw new Error('nothing to send')
    return one
  }
}

const FILING = JSON.stringify({
  category: 'lift',
  text: TEXT,
  place: { kind: 'common', area: '3 号楼 1 单元电梯厅' },
})

export function scenariosOf(world: World): readonly Scenario[] {
  const [resident, few, many] = [world.residents, world.clerksOfFew, world.clerksOfMany].map(turn)
  const voter = turn(world.voters)
  const watcher = turn(world.voters.slice(0, 400))
  const number = turn(world.numbers)
  if (!resident || !few || !many) throw new Error('nobody to send as')
  const joiner = turn(world.voters)
  const [joinedByOne = '', joinedByEight = ''] = world.joined
  // Every home joins each of the two once.
  let joins = 0
  const joined = () => ((joins += 1) > world.voters.length ? joinedByEight : joinedByOne)
  const publicList = (community: string) => (): Request => ({
    method: 'GET',
    path: inside(community, 'complaints/public?limit=30'),
    token: resident(),
  })
  const list = (community: string, token: () => string) => (): Request => ({
    method: 'GET',
    path: inside(community, 'complaints/queue?limit=30'),
    token: token(),
  })
  return [
    {
      name: 'create',
      what: 'create a complaint',
      isPost: true,
      next: () => ({
        method: 'POST',
        path: inside(LIVE, 'complaints'),
        token: resident(),
        body: FILING,
      }),
    },
    {
      name: 'get',
      what: `get one of ${world.rows}`,
      isPost: false,
      next: () => ({
        method: 'GET',
        path: inside(MANY, `complaints/${number()}`),
        token: many(),
      }),
    },
    { name: 'list-few', what: 'list 30 of 30', isPost: false, next: list(FEW, few) },
    { name: 'list-many', what: `list 30 of ${world.rows}`, isPost: false, next: list(MANY, many) },
    {
      name: 'public-few',
      what: 'public list 30 of 30',
      isPost: false,
      next: publicList(FEW),
    },
    {
      name: 'public-many',
      what: `public list 30 of ${world.rows}`,
      isPost: false,
      next: publicList(MANY),
    },
    {
      name: 'cosign',
      what: 'join a complaint (+1), all one and the same',
      isPost: true,
      once: 'cosign',
      next: () => ({
        method: 'POST',
        path: inside(LIVE, `complaints/${joined()}/cosign`),
        token: joiner().token,
        body: '{}',
      }),
    },
    {
      name: 'cast',
      what: 'cast a ballot, 2 items',
      isPost: true,
      once: 'cast',
      next: () => {
        const { token, head } = voter()
        const body = JSON.stringify({ head, choices: CHOICES, signature: MARK })
        return { method: 'POST', path: inside(LIVE, `votes/${world.vote}/ballots`), token, body }
      },
    },
    {
      name: 'turnout',
      what: 'turnout (counted once in 10 s)',
      isPost: false,
      next: () => ({
        method: 'GET',
        path: inside(LIVE, `votes/${world.vote}/turnout`),
        token: watcher().token,
      }),
    },
  ]
}

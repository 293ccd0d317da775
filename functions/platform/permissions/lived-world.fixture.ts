import type { Role } from '#shared/kernel/permissions.ts'
import { homesOf } from '../../bindings/refusals.fixture.ts'
import { openPeopleApp, type PeopleApp } from '../../people/people.fixture.ts'
import { openFileBlobs } from '../blobs/blobs.fixture.ts'
import type { openTestAppOn } from '../test-app.fixture.ts'
import { goodMandates, goodServing } from './good-mandates.fixture.ts'
import { goodBallots, goodDeclaration, goodPictures } from './good-ballots.fixture.ts'
import { goodComplaints, goodPapers, goodVotes, type Owner } from './good-conduct.fixture.ts'
import { goodEmergencies } from './good-emergencies.fixture.ts'
import { goodHomes } from './good-homes.fixture.ts'
import { goodLadder, leftUnanswered } from './good-ladder.fixture.ts'
import { goodPetitions } from './good-petitions.fixture.ts'
import { goodRegister } from './good-register.fixture.ts'
import type { GoodRequest } from './good-request.fixture.ts'
import { goodRoles } from './good-roles.fixture.ts'
import { goodPrivacy, goodSessions } from './good-sessions.fixture.ts'
import { goodWindow } from './good-window.fixture.ts'
import { ASKERS, expected, operations, PLACES, type Operation } from './walk-expectation.fixture.ts'
import { requestFor, type Objects } from './walk-requests.fixture.ts'

/** A community in which everything there is has been done, and everything can be done next. */
export interface LivedWorld {
  readonly app: PeopleApp
  /** At least one for every operation; what each is about, no other needs. */
  readonly requests: readonly GoodRequest[]
  /** Who holds which role there, one person for each. */
  readonly askers: readonly (readonly [Role, string])[]
  close(): Promise<void>
}

type Open = Parameters<typeof openTestAppOn>[0]
type Overrides = Parameters<typeof openTestAppOn>[1]

export async function openLivedWorld(open: Open, overrides: Overrides = {}): Promise<LivedWorld> {
  const files = await openFileBlobs(() => app.clock.now)
  const app = await openPeopleApp(open, { blobs: files.blobs, ...overrides })
  const close = async () => {
    await app.close()
    await files.stop()
  }
  try {
    return { app, ...(await lived(app)), close }
  } catch (err) {
    await close()
    throw err
  }
}

async function lived(app: PeopleApp): Promise<Pick<LivedWorld, 'requests' | 'askers'>> {
  const homes = await homesOf(app, { sole: 24, shared: 8 })
  // A second version of the register: one may be undone.
  await homes.sell(homes.sole(), '孙七')
  const spot = homes.sole()
  const owner: Owner = { ...(await homes.verified(spot)), spot }
  // What moves the clock comes first: codes and forms are good for minutes.
  const unanswered = await leftUnanswered(homes)
  const ended = [
    ...(await goodPictures(homes)),
    ...(await goodDeclaration(homes)),
    ...(await goodMandates(homes, owner)),
  ]
  const votes = await goodVotes(homes, owner)
  const open = openVoteIn(votes)
  const desk = [...(await goodServing(homes, owner, open)), ...(await goodBallots(homes, open))]
  const papers = await goodPapers(homes, owner)
  const requests = [
    ...[...ended, ...votes, ...desk, ...papers, ...(await goodHomes(homes))],
    unanswered,
    ...(await goodPetitions(homes, owner)),
    ...(await goodComplaints(homes)),
    ...(await goodLadder(homes)),
    ...(await goodEmergencies(app)),
    ...(await goodWindow(app)),
    ...(await goodRoles(app)),
    ...(await goodPrivacy(homes)),
    ...(await goodRegister(homes, homes.sole().home.unit)),
    ...(await goodSessions(homes)),
  ]
  const askers = ASKERS.map(
    ([role, person]) => [role, role === 'owner' ? owner.id : person] as const,
  )
  const known = Object.assign({}, ...[...votes, ...papers].map(({ input }) => input)) as Objects
  return { requests: [...requests, ...otherRequests(requests, askers, known)], askers }
}

const openVoteIn = (requests: readonly GoodRequest[]): string =>
  String(requests.find(({ id }) => id === 'votes.cast')?.input['vote'])

/** What the walk sends, by who may, for operations that nothing was prepared for. */
function otherRequests(
  prepared: readonly GoodRequest[],
  askers: LivedWorld['askers'],
  known: Objects,
): GoodRequest[] {
  const has = new Set(prepared.map(({ id }) => id))
  return operations()
    .filter(({ id }) => !has.has(id))
    .flatMap((operation) => {
      const place = placeOf(operation)
      const asker = askers.find(([role]) => expected(operation, role, place) === 'let in')
      if (!asker) return []
      const { id, route } = operation
      return [{ id, route, as: asker[1], input: requestFor(operation, place, known) }]
    })
}

/** Where the roles of the walk are held. */
export function placeOf({ scope }: Operation) {
  const [of] = scope === undefined ? [] : Object.values(PLACES[scope])
  return scope !== undefined && of !== undefined ? { scope, of } : undefined
}

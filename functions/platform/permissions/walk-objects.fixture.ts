import type { Route } from '#shared/kernel/route.ts'
import { PERMISSIONS, type Permission } from '#shared/kernel/permissions.ts'
import type { Operation } from './walk-expectation.fixture.ts'

/** What a household may name in a request, and whether it must be its own. */
type Whose = 'everybody’s' | { readonly refusedAs: string }

/**
 * Operations by which a household names an object. Whoever adds one says here whose it may be: nothing is let in
 * by not being mentioned.
 */
export const WHOSE: Readonly<Record<string, Whose>> = {
  'complaints.get': { refusedAs: 'complaints.not_found' },
  'complaints.confirm': { refusedAs: 'complaints.not_found' },
  'complaints.dispute': { refusedAs: 'complaints.not_found' },
  'complaints.withdraw': { refusedAs: 'complaints.not_found' },
  'complaints.urge': { refusedAs: 'complaints.not_found' },
  'complaints.route': { refusedAs: 'complaints.not_found' },
  'complaints.toMediation': { refusedAs: 'complaints.not_found' },
  'complaints.toLitigation': { refusedAs: 'complaints.not_found' },
  'complaints.takeBack': { refusedAs: 'complaints.not_found' },
  // Joining in takes no more than the number; what it answers is what everybody may know.
  'complaints.cosign': 'everybody’s',
  'complaints.publicOne': 'everybody’s',
  'complaints.evidence': { refusedAs: 'complaints.not_found' },
  'complaints.checkEvidence': { refusedAs: 'complaints.not_found' },
  'complaints.message': { refusedAs: 'complaints.not_found' },
  // How far its check is; its address only where the photo may be seen, which the tests of photos prove.
  'photos.get': 'everybody’s',
  'voices.get': 'everybody’s',
  // What nobody has confirmed is known to who reported it, and to who is in charge.
  'emergencies.get': { refusedAs: 'emergencies.not_found' },
  'fees.get': { refusedAs: 'fees.not_found' },
  'votes.cast': { refusedAs: 'votes.not_your_head' },
  'votes.mySignature': { refusedAs: 'votes.not_your_head' },
  'votes.get': 'everybody’s',
  'votes.giveMandate': { refusedAs: 'votes.not_your_head' },
  // A code is the whole of what it takes; a mandate that is not theirs does not exist, which its tests prove.
  'votes.acceptMandate': 'everybody’s',
  'votes.endMandate': 'everybody’s',
  'votes.myMandates': 'everybody’s',
  'votes.turnout': 'everybody’s',
  'votes.result': 'everybody’s',
  'votes.announcement': 'everybody’s',
  'votes.roll': 'everybody’s',
  'votes.objections': 'everybody’s',
  // About the vote; a home named in it is one’s own or none.
  'votes.object': 'everybody’s',
  // One joins or leaves with one's own heads: its tests prove whose they may be.
  'votes.petition': 'everybody’s',
  'votes.joinPetition': 'everybody’s',
  'votes.leavePetition': 'everybody’s',
  'notices.get': 'everybody’s',
  'notices.read': 'everybody’s',
}

const namesObject = ({ path, input }: Route): boolean =>
  path.replace(':community', '').includes(':') || 'head' in input.shape

/** Operations of a household that name an object in the community. */
export const householdOperations = (operations: readonly Operation[]): readonly Operation[] =>
  operations.filter(({ access, route }) => {
    const roles: readonly string[] =
      access === 'anyone' || access === 'signed_in' ? [] : PERMISSIONS[access satisfies Permission]
    return roles.includes('owner') && namesObject(route)
  })

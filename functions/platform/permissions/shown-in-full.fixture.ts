import type { Role } from '#shared/kernel/permissions.ts'
import type { Found, Shown } from './output-walk.fixture.ts'

interface Line {
  /** Operations. */
  readonly of: RegExp
  readonly shown: readonly Shown[]
  readonly to: readonly Role[]
  readonly why: string
}

const CONFIRMING: readonly Role[] = ['committee', 'interim', 'community']
const REGISTER: readonly Role[] = ['committee', 'interim', 'preparatory', 'property', 'manager']
const ABOVE: readonly Role[] = ['street', 'company', 'district', 'admin']

/**
 * What an answer may show of somebody else in full: names to their own and to staff who need them for what they do
 * (`docs/domain.md`, masking); phone numbers only where a claim is compared with the register, which is recorded and
 * shown to the person; identity numbers never.
 */
export const SHOWN_IN_FULL: readonly Line[] = [
  {
    of: /^bindings\.(look|seeDocument|confirm|reject|end|\w+OnPaper)$/,
    shown: ['name', 'phone'],
    to: CONFIRMING,
    why: 'a claim is compared with the register; whoever is shown can see who looked',
  },
  {
    of: /^bindings\.(home|propose|consent|revoke)$/,
    shown: ['name'],
    to: ['owner'],
    why: 'owners of one home know each other: they choose who votes for them',
  },
  {
    of: /^corrections\.(queue|read|answer)$/,
    shown: ['name'],
    to: CONFIRMING,
    why: 'who asks to have a name corrected has to be found on the register',
  },
  {
    of: /^register\.(progress|map|confirm)$/,
    shown: ['name'],
    to: REGISTER,
    why: 'who acted on the register acted in office',
  },
  {
    of: /^register\.(sheets|previewSameNames)$/,
    shown: ['name'],
    to: REGISTER,
    why: 'the file that was just sent, so that columns and namesakes can be told apart',
  },
  {
    of: /^register\.transfer$/,
    shown: ['name'],
    to: REGISTER,
    why: 'seller and buyer, to whom has just written them down',
  },
  {
    of: /^complaintWork\.colleagues$/,
    shown: ['name'],
    to: ['property', 'manager'],
    why: 'colleagues of one office know each other: they choose who takes a complaint over',
  },
  {
    of: /^(community|company|street|district|platform)Roles\.list$/,
    shown: ['name'],
    to: ['manager', 'community', ...ABOVE],
    why: 'who gives roles sees who holds them',
  },
  {
    of: /^audit\.list$/,
    shown: ['name'],
    to: [...CONFIRMING, ...ABOVE],
    why: 'who acted in office answers for it by name',
  },
  {
    of: /^(privacy\.sights|account\.export)$/,
    shown: ['name', 'phone'],
    to: ['owner'],
    why: 'an official who looked is named to the person; their own number is theirs',
  },
]

export const isAllowed = ({ operation, role, shown }: Found): boolean =>
  SHOWN_IN_FULL.some(
    (line) => line.of.test(operation) && line.shown.includes(shown) && line.to.includes(role),
  )

import { bindings } from '#shared/bindings/contract.ts'
import type { Evidence } from '#shared/bindings/terms.ts'
import { confirm, memberOf } from './bindings.fixture.ts'
import { claimingOfficer, NAME, NONE, type Row, type Scene, WORDS } from './refusals.fixture.ts'

const MATCH = { kind: 'register_match' } as const
const CARD = { kind: 'identity_document', last4: '2614' } as const

type Of = Pick<Scene, 'app'>
const chairOf = ({ app }: Of) => app.as('committee')
const workerOf = ({ app }: Of) => app.as('community')

const CONFIRMING: readonly Row[] = [
  [
    'confirming one’s own claim',
    'bindings.own_claim',
    async (scene) => {
      const spot = scene.sole()
      const { client, binding } = await claimingOfficer(scene, spot)
      const member = await memberOf(await workerOf(scene), NAME, spot.home.unit)
      return () => confirm(client, binding, { ...spot.home, member, evidence: CARD })
    },
  ],
  [
    'confirming what there is not',
    'bindings.not_found',
    async (scene) => {
      const { home } = scene.sole()
      const chair = await chairOf(scene)
      return () => confirm(chair, NONE, { ...home, member: NONE })
    },
  ],
  [
    'confirming twice',
    'bindings.already_verified',
    async (scene) => {
      const spot = scene.sole()
      const { binding } = await scene.verified(spot)
      const member = await memberOf(await workerOf(scene), NAME, spot.home.unit)
      const chair = await chairOf(scene)
      return () => confirm(chair, binding, { ...spot.home, member })
    },
  ],
  [
    'rejecting twice',
    'bindings.already_rejected',
    async (scene) => {
      const spot = scene.sole()
      const { binding } = await scene.rejected(spot)
      const worker = await workerOf(scene)
      return () => worker.send(bindings.reject, { ...spot.home, binding, ...WORDS })
    },
  ],
  [
    'rejecting what was taken back',
    'bindings.already_ended',
    async (scene) => {
      const spot = scene.sole()
      const { client, binding } = await scene.claimed(spot)
      await client.send(bindings.withdraw, { ...spot.home, binding })
      const worker = await workerOf(scene)
      return () => worker.send(bindings.reject, { ...spot.home, binding, ...WORDS })
    },
  ],
  [
    'confirming as an owner whom the register has not',
    'bindings.not_on_register',
    async (scene) => {
      const spot = scene.sole()
      const { binding } = await scene.claimed(spot)
      const chair = await chairOf(scene)
      return () => confirm(chair, binding, { ...spot.home, member: NONE })
    },
  ],
  [
    'confirming somebody of another name who says to be listed',
    'bindings.name_differs',
    async (scene) => {
      const spot = scene.sole()
      const { binding } = await scene.waiting(spot, '赵六')
      const member = await memberOf(await workerOf(scene), NAME, spot.home.unit)
      const chair = await chairOf(scene)
      return () => confirm(chair, binding, { ...spot.home, member, evidence: CARD })
    },
  ],
  ...(['register_match', 'paper_code'] as const).map((kind): Row => [
    `confirming without the phone, by ${kind}`,
    'bindings.evidence_not_enough',
    async (scene) => {
      const spot = scene.sole()
      const { binding } = await scene.waiting(spot)
      const member = await memberOf(await workerOf(scene), NAME, spot.home.unit)
      const chair = await chairOf(scene)
      return () => confirm(chair, binding, { ...spot.home, member, evidence: { kind } })
    },
  ]),
  ...[
    ['a second person in one place', 'bindings.already_held', undefined] as const,
    ['replacing somebody else than who is there', 'bindings.replaces_other', NONE] as const,
  ].map(([what, code, replaces]): Row => [
    what,
    code,
    async (scene) => {
      const spot = scene.sole()
      await scene.verified(spot)
      const { binding } = await scene.waiting(spot)
      const member = await memberOf(await workerOf(scene), NAME, spot.home.unit)
      const chair = await chairOf(scene)
      const rest = { ...spot.home, member, evidence: CARD, ...(replaces && { replaces }) }
      return () => confirm(chair, binding, rest)
    },
  ]),
]

const DOCUMENTS: readonly Row[] = (
  [
    ['a document shown to the committee', 'bindings.document_needs_office', chairOf, CARD],
    ['a match for a document', 'bindings.not_a_document', workerOf, MATCH],
  ] as const
).map(([what, code, by, evidence]): Row => [
  what,
  code,
  async (scene) => {
    const spot = scene.sole()
    const { binding } = await scene.waiting(spot)
    const officer = await by(scene)
    return () => officer.send(bindings.seeDocument, { ...spot.home, binding, evidence })
  },
])

const APPEALS: readonly Row[] = (
  [
    ['an appeal decided by the committee', 'bindings.appeal_needs_office', chairOf],
    ['an appeal decided by who rejected', 'bindings.appeal_needs_another', workerOf],
  ] as const
).map(([what, code, by]): Row => [
  what,
  code,
  async (scene) => {
    const spot = scene.sole()
    const { binding } = await scene.appealed(spot)
    const officer = await by(scene)
    return () => officer.send(bindings.reject, { ...spot.home, binding, ...WORDS })
  },
])

const ENDING: readonly Row[] = [
  ...(
    [
      ['ending what still waits', 'bindings.not_bound', 'waiting', CARD],
      ['ending by the register alone as sold', 'bindings.evidence_not_enough', 'verified', MATCH],
    ] as const
  ).map(([what, code, standing, evidence]): Row => [
    what,
    code,
    async (scene) => {
      const spot = scene.sole()
      const { binding } = await scene[standing](spot)
      const chair = await chairOf(scene)
      const sent = { ...spot.home, binding, reason: 'sold' as const, evidence, words: '已经过户。' }
      return () => chair.send(bindings.end, sent)
    },
  ]),
  [
    'staff ending an owner as a user',
    'bindings.not_a_user',
    async (scene) => {
      const spot = scene.sole()
      const { binding } = await scene.verified(spot)
      const clerk = await scene.app.as('property')
      return () => clerk.send(bindings.endUser, { ...spot.home, binding })
    },
  ],
]

const DESK: readonly Row[] = [
  [
    'looking at a home that the register does not know',
    'bindings.unknown_home',
    async (scene) => {
      const chair = await chairOf(scene)
      return () => chair.send(bindings.look, { community: 'jinxiu', unit: '9-9-999' })
    },
  ],
  [
    'a code for a home that the register does not know',
    'bindings.unknown_home',
    async ({ app }) => {
      const clerk = await app.as('property')
      const sent = { community: 'jinxiu', unit: '9-9-999', relation: 'tenant' as const }
      return () => clerk.send(bindings.issue, sent)
    },
  ],
  [
    'a helper’s code from the property office',
    'bindings.not_issuer',
    async (scene) => {
      const { home } = scene.sole()
      const clerk = await scene.app.as('property')
      return () => clerk.send(bindings.issue, { ...home, relation: 'helper', until: '2026-12-31' })
    },
  ],
  [
    'a code for an owner whom the register has not',
    'bindings.not_on_register',
    async (scene) => {
      const { home } = scene.sole()
      const clerk = await scene.app.as('property')
      return () => clerk.send(bindings.issue, { ...home, relation: 'owner', member: NONE })
    },
  ],
  [
    'voiding a code that is gone',
    'bindings.code_gone',
    async (scene) => {
      const { home } = scene.sole()
      const clerk = await scene.app.as('property')
      return () => clerk.send(bindings.cancel, { ...home, code: NONE })
    },
  ],
  ...([MATCH, CARD] satisfies Evidence[]).map((evidence): Row => [
    `a consent on paper shown by ${evidence.kind}`,
    'bindings.evidence_not_enough',
    async (scene) => {
      const { home } = scene.shared()
      const worker = await workerOf(scene)
      const sent = { ...home, proposal: NONE, member: NONE, evidence }
      return () => worker.send(bindings.consentOnPaper, sent)
    },
  ]),
]

/** What an officer is refused. */
export const REFUSED_OFFICERS: readonly Row[] = [
  ...CONFIRMING,
  ...DOCUMENTS,
  ...APPEALS,
  ...ENDING,
  ...DESK,
]

import type {
  BindingEvent,
  ClaimInFull,
  CommunityChoice,
  HomeInFull,
  MyBinding,
  MyHome,
  NewCode,
  Representation,
} from '#shared/bindings/views.ts'

export const place: CommunityChoice = {
  id: 'c1',
  name: '锦绣花园',
  streetName: '檀坎街道',
  buildings: ['1栋', '2栋'],
}

const event: BindingEvent = {
  seq: 1,
  at: '2026-11-20T02:00:00.000Z',
  kind: 'waiting',
  by: { role: '业主', name: '张**' },
}

export const bindingWith = (changed: Partial<MyBinding> = {}): MyBinding => ({
  binding: 'b1',
  community: 'c1',
  communityName: '锦绣花园',
  unit: '1-2-801',
  relation: 'owner',
  status: 'claimed',
  since: '2026-11-20T02:00:00.000Z',
  contested: false,
  history: [event],
  ...changed,
})

export const code: NewCode = {
  code: 'k1',
  secret: '34679-ACDEF',
  unit: '1-2-801',
  relation: 'owner',
  expiresAt: '2026-12-04T02:00:00.000Z',
}

export const representation: Representation = {
  owners: [
    { member: 'm1', name: '张建国', mine: true, bound: true, consented: false },
    { member: 'm2', name: '李*', mine: false, bound: true, consented: false },
  ],
}

export const homeWith = (changed: Partial<MyHome> = {}): MyHome => ({
  community: 'c1',
  unit: '1-2-801',
  relation: 'owner',
  users: [],
  codes: [],
  ...changed,
})

export const claimWith = (changed: Partial<ClaimInFull> = {}): ClaimInFull => ({
  binding: 'b1',
  name: '张建国',
  phone: '138****8888',
  relation: 'owner',
  status: 'claimed',
  match: 'match',
  ground: 'listed',
  member: 'm1',
  contested: false,
  since: '2026-11-20T02:00:00.000Z',
  history: [event],
  acts: ['confirm', 'reject'],
  ...changed,
})

export const fullHomeWith = (changed: Partial<HomeInFull> = {}): HomeInFull => ({
  unit: '1-2-801',
  areaCenti: 8_957,
  owners: [{ member: 'm1', name: '张建国', organisation: false, phones: ['8888'] }],
  claims: [claimWith()],
  codes: [],
  history: [],
  ...changed,
})

import { bindings } from '#shared/bindings/contract.ts'
import { addDays, DAY, dayOf } from '#shared/kernel/calendar.ts'
import { type Bound, NONE, type Row, type Scene, type Spot, WORDS } from './refusals.fixture.ts'

const memberOwn = async ({ client }: Bound, { home }: Spot): Promise<string> => {
  const { body } = await client.send(bindings.home, home)
  return body.representation?.owners.find(({ mine }) => mine)?.member ?? NONE
}

/** 李四 and 王五, of whom 李四 proposed 李四. */
async function proposing(scene: Scene, spot: Spot) {
  const li = await scene.verified(spot, '李四')
  const wang = await scene.verified(spot, '王五')
  const member = await memberOwn(li, spot)
  const { body } = await li.client.send(bindings.propose, { ...spot.home, member })
  return { li, wang, member, proposal: body.representation?.proposal?.proposal ?? NONE }
}

const INVITING: readonly Row[] = [
  [
    'an invitation by who is only claimed',
    'bindings.owners_only',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.claimed(spot)
      return () => client.send(bindings.invite, { ...spot.home, relation: 'tenant' })
    },
  ],
  [
    'a home looked at by somebody else',
    'bindings.owners_only',
    async (scene) => {
      const spot = scene.sole()
      await scene.verified(spot)
      const { client } = await scene.person()
      return () => client.send(bindings.home, spot.home)
    },
  ],
  [
    'an eleventh invitation',
    'bindings.too_many_codes',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.verified(spot)
      const invite = () => client.send(bindings.invite, { ...spot.home, relation: 'tenant' })
      for (let n = 0; n < 10; n += 1) expect((await invite()).status).toBe(201)
      return invite
    },
  ],
  [
    'an invitation until yesterday',
    'bindings.until_past',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.verified(spot)
      const until = addDays(dayOf(scene.app.clock.now), -1)
      return () => client.send(bindings.invite, { ...spot.home, relation: 'tenant', until })
    },
  ],
  [
    'voiding a code that is gone',
    'bindings.code_gone',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.verified(spot)
      return () => client.send(bindings.cancelInvite, { ...spot.home, code: NONE })
    },
  ],
  [
    'removing oneself as if one were a user',
    'bindings.not_a_user',
    async (scene) => {
      const spot = scene.sole()
      const { client, binding } = await scene.verified(spot)
      return () => client.send(bindings.remove, { ...spot.home, binding })
    },
  ],
]

const APPEALING: readonly Row[] = [
  [
    'withdrawing what there is not',
    'bindings.not_found',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.claimed(spot)
      return () => client.send(bindings.withdraw, { ...spot.home, binding: NONE })
    },
  ],
  [
    'withdrawing twice',
    'bindings.already_ended',
    async (scene) => {
      const spot = scene.sole()
      const { client, binding } = await scene.claimed(spot)
      const withdraw = () => client.send(bindings.withdraw, { ...spot.home, binding })
      await withdraw()
      return withdraw
    },
  ],
  [
    'an appeal against nothing',
    'bindings.not_rejected',
    async (scene) => {
      const spot = scene.sole()
      const { client, binding } = await scene.claimed(spot)
      return () => client.send(bindings.appeal, { ...spot.home, binding, words: '请再看看。' })
    },
  ],
  [
    'an appeal against the last word',
    'bindings.appeal_once',
    async (scene) => {
      const spot = scene.sole()
      const { client, binding } = await scene.appealed(spot)
      const colleague = await scene.app.as('colleague_worker')
      await colleague.send(bindings.reject, { ...spot.home, binding, ...WORDS })
      return () => client.send(bindings.appeal, { ...spot.home, binding, words: '请再看看。' })
    },
  ],
  [
    'an appeal after a month',
    'bindings.appeal_late',
    async (scene) => {
      const spot = scene.sole()
      const { id, binding } = await scene.rejected(spot)
      scene.app.clock.advance(30 * DAY + 1)
      const client = await scene.app.as(id)
      return () => client.send(bindings.appeal, { ...spot.home, binding, words: '请再看看。' })
    },
  ],
]

const REPRESENTING: readonly Row[] = [
  [
    'a representative of one',
    'bindings.one_owner',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.verified(spot)
      return () => client.send(bindings.propose, { ...spot.home, member: NONE })
    },
  ],
  [
    'a representative who owns nothing there',
    'bindings.not_on_register',
    async (scene) => {
      const spot = scene.shared()
      const { client } = await scene.verified(spot, '李四')
      return () => client.send(bindings.propose, { ...spot.home, member: NONE })
    },
  ],
  [
    'a word of who has just sold a share',
    'bindings.not_of_set',
    async (scene) => {
      const spot = scene.shared()
      const { wang } = await proposing(scene, spot)
      await scene.sell(spot, '李四、周八')
      return () => wang.client.send(bindings.revoke, spot.home)
    },
  ],
  [
    'consent to a proposal there is not',
    'bindings.no_proposal',
    async (scene) => {
      const spot = scene.shared()
      const { client } = await scene.verified(spot, '李四')
      return () => client.send(bindings.consent, { ...spot.home, proposal: NONE })
    },
  ],
  [
    'consent to what other owners proposed',
    'bindings.owners_changed',
    async (scene) => {
      const spot = scene.shared()
      const { wang, proposal } = await proposing(scene, spot)
      await scene.sell(spot, '王五、周八')
      return () => wang.client.send(bindings.consent, { ...spot.home, proposal })
    },
  ],
  [
    'consent given twice',
    'bindings.already_consented',
    async (scene) => {
      const spot = scene.shared()
      const { li, proposal } = await proposing(scene, spot)
      return () => li.client.send(bindings.consent, { ...spot.home, proposal })
    },
  ],
  [
    'proposing who is it already',
    'bindings.already_representative',
    async (scene) => {
      const spot = scene.shared()
      const { li, wang, member, proposal } = await proposing(scene, spot)
      await wang.client.send(bindings.consent, { ...spot.home, proposal })
      return () => li.client.send(bindings.propose, { ...spot.home, member })
    },
  ],
  [
    'taking back what nobody gave',
    'bindings.no_representative',
    async (scene) => {
      const spot = scene.shared()
      const { client } = await scene.verified(spot, '李四')
      return () => client.send(bindings.revoke, spot.home)
    },
  ],
]

/** What a person is refused who has claimed or owns. */
export const REFUSED_OWNERS: readonly Row[] = [...INVITING, ...APPEALING, ...REPRESENTING]

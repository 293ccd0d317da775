import { bindings } from '#shared/bindings/contract.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { addCommunity } from '../communities/repository.ts'
import { personDirectory } from '../people/offers.ts'
import { JINXIU } from '../platform/test-cast.fixture.ts'
import { WeixinError } from '../platform/weixin/weixin.ts'
import { claim, memberOf } from './bindings.fixture.ts'
import { crowd, NAME, type Row, type Scene, type Spot, WORDS } from './refusals.fixture.ts'

const NOBODYS_CODE = '34679-ACDEF'

/** What staff print for the owner of that name. */
async function paperCode({ app }: Scene, { home }: Spot, name = NAME): Promise<string> {
  const member = await memberOf(await app.as('community'), name, home.unit)
  const clerk = await app.as('property')
  const { body } = await clerk.send(bindings.issue, { ...home, relation: 'owner', member })
  return body.secret
}

const redeemed = async (scene: Scene, { said }: Spot, secret: string, name = NAME) => {
  const { client } = await scene.person()
  return () => client.send(bindings.redeem, { ...said, name, secret })
}

const CLAIMING: readonly Row[] = [
  [
    'a home where no register was imported',
    'bindings.no_register',
    async (scene) => {
      const community = 'kong'
      await addCommunity(scene.app.ports.table, { ...JINXIU, id: community, code: 'KN' })
      const { client } = await scene.person()
      const { said } = scene.sole()
      return () => claim(client, { ...said, community, name: NAME })
    },
  ],
  [
    'a home that the register does not know',
    'bindings.unknown_home',
    async (scene) => {
      const { client } = await scene.person()
      return () => claim(client, { ...scene.sole().said, room: '999', name: NAME })
    },
  ],
  [
    'a home claimed a second time',
    'bindings.already_yours',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.claimed(spot)
      return () => claim(client, { ...spot.said, name: NAME })
    },
  ],
  [
    'a home that was given before claims were',
    'bindings.already_yours',
    async (scene) => {
      const spot = scene.sole()
      const { id, client } = await scene.person()
      const { unit, community } = spot.home
      const home = { community, unit, areaCenti: 8_000, relation: 'owner' as const }
      await personDirectory(scene.app.ports).bindHome(id, home)
      return () => claim(client, { ...spot.said, name: NAME })
    },
  ],
  [
    'the eleventh who waits for one home',
    'bindings.home_crowded',
    async (scene) => {
      const spot = scene.sole()
      await scene.waiting(spot)
      await crowd(scene, spot, 9, { relation: 'owner', status: 'waiting' })
      const { client } = await scene.person()
      return () => claim(client, { ...spot.said, name: NAME })
    },
  ],
  [
    'a claim after three rejections',
    'bindings.pause_after_rejection',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.person()
      const worker = await scene.app.as('community')
      for (let n = 0; n < 3; n += 1) {
        const { binding } = (await claim(client, { ...spot.said, name: NAME })).body
        await worker.send(bindings.reject, { ...spot.home, binding, ...WORDS })
      }
      return () => claim(client, { ...spot.said, name: NAME })
    },
  ],
]

const PHONE: readonly Row[] = [
  [
    'a phone code that WeChat does not know',
    'bindings.phone_taken_back',
    async (scene) => {
      const { client } = await scene.person()
      return () => client.send(bindings.phone, { code: 'what-is-no-code' })
    },
  ],
  [
    'a phone while WeChat is away',
    'bindings.phone_unreachable',
    async (scene) => {
      const { client } = await scene.person()
      const away = new WeixinError('weixin.unreachable')
      jest.spyOn(scene.app.ports.weixin, 'phoneNumber').mockRejectedValueOnce(away)
      return () => client.send(bindings.phone, { code: '13300000001' })
    },
  ],
  [
    'a phone of an account without WeChat',
    'bindings.no_weixin_account',
    async (scene) => {
      const { id, client } = await scene.person()
      const key = { pk: `PERSON#${id}`, sk: 'WEIXIN' }
      await scene.app.ports.table.delete(key, 1)
      return () => client.send(bindings.phone, { code: '13300000001' })
    },
  ],
]

const CODES: readonly Row[] = [
  [
    'a code nobody made',
    'bindings.code_wrong',
    (scene) => redeemed(scene, scene.sole(), NOBODYS_CODE),
  ],
  [
    'a code of two weeks ago',
    'bindings.code_expired',
    async (scene) => {
      const spot = scene.sole()
      const secret = await paperCode(scene, spot)
      scene.app.clock.advance(14 * DAY)
      return redeemed(scene, spot, secret)
    },
  ],
  [
    'the right code after five wrong ones',
    'bindings.code_locked',
    async (scene) => {
      const spot = scene.sole()
      const secret = await paperCode(scene, spot)
      const { client } = await scene.person()
      const enter = (text: string) =>
        client.send(bindings.redeem, { ...spot.said, name: NAME, secret: text })
      for (let n = 0; n < 5; n += 1) await enter(NOBODYS_CODE)
      return () => enter(secret)
    },
  ],
  [
    'the code of another owner of the home',
    'bindings.code_not_for_name',
    async (scene) => {
      const spot = scene.shared()
      return redeemed(scene, spot, await paperCode(scene, spot, '李四'), '王五')
    },
  ],
  [
    'the code of an owner who has sold',
    'bindings.not_on_register',
    async (scene) => {
      const spot = scene.sole()
      const secret = await paperCode(scene, spot)
      await scene.sell(spot, '孙七')
      return redeemed(scene, spot, secret)
    },
  ],
  [
    'a family member where twenty live',
    'bindings.too_many_users',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.verified(spot)
      const sent = { ...spot.home, relation: 'family' as const }
      const { secret } = (await client.send(bindings.invite, sent)).body
      await crowd(scene, spot, 20, { relation: 'family', status: 'verified' })
      return redeemed(scene, spot, secret)
    },
  ],
]

/** What a person without a home is refused. */
export const REFUSED_CLAIMS: readonly Row[] = [...CLAIMING, ...PHONE, ...CODES]

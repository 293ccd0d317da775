import { bindings } from '#shared/bindings/contract.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { addDays, dayOf } from '#shared/kernel/calendar.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { memberOf } from './bindings.fixture.ts'
import { NAME, type Row, type Scene, type Spot } from './refusals.fixture.ts'

const HELPER = { name: '李小花', tie: 'volunteer' } as const
type Naming = Partial<Sent<typeof bindings.invite>>

const name = (by: Client, { home }: Spot, rest: Naming = {}) =>
  by.send(bindings.invite, { ...home, relation: 'helper', helper: HELPER, ...rest })

const accept = (by: Client, { said }: Spot, secret: string, as: string = HELPER.name) =>
  by.send(bindings.redeem, { ...said, name: as, secret })

/** An owner, and a helper who has accepted. */
async function helped(scene: Scene) {
  const spot = scene.sole()
  const { client, id } = await scene.verified(spot)
  const { secret } = (await name(client, spot)).body
  const helper = await scene.person()
  const { body } = await accept(helper.client, spot, secret)
  return { spot, client, id, helper, binding: body.binding }
}

async function named(scene: Scene) {
  const spot = scene.sole()
  const { client } = await scene.verified(spot)
  const { body } = await name(client, spot)
  return { spot, client, ...body }
}

const NAMING: readonly Row[] = [
  [
    'a helper without a name',
    'bindings.helper_unnamed',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.verified(spot)
      return () => name(client, spot, { helper: undefined })
    },
  ],
  [
    'a helper for longer than a year',
    'bindings.helper_needs_end',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.verified(spot)
      return () => name(client, spot, { until: addDays(dayOf(scene.app.clock.now), 367) })
    },
  ],
  [
    'a helper from yesterday',
    'bindings.helper_from_wrong',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.verified(spot)
      return () => name(client, spot, { from: addDays(dayOf(scene.app.clock.now), -1) })
    },
  ],
  [
    'a helper named by who is only claimed',
    'bindings.owners_only',
    async (scene) => {
      const spot = scene.sole()
      const { client } = await scene.claimed(spot)
      return () => name(client, spot)
    },
  ],
  [
    'a helper named by a helper',
    'bindings.owners_only',
    async (scene) => {
      const { spot, helper } = await helped(scene)
      return () => name(helper.client, spot)
    },
  ],
  [
    'a helper whom the office names on no consent it saw',
    'bindings.helper_needs_consent',
    async (scene) => {
      const { home } = scene.sole()
      const worker = await scene.app.as('community')
      const member = await memberOf(worker, NAME, home.unit)
      const sent = { ...home, member, relation: 'helper' as const, helper: HELPER }
      return () => worker.send(bindings.issue, sent)
    },
  ],
]

const ACCEPTING: readonly Row[] = [
  [
    'oneself as one’s helper',
    'bindings.own_helper',
    async (scene) => {
      const { spot, client, secret } = await named(scene)
      return () => accept(client, spot, secret)
    },
  ],
  [
    'a helper of another name than was said',
    'bindings.helper_name_differs',
    async (scene) => {
      const { spot, secret } = await named(scene)
      const { client } = await scene.person()
      return () => accept(client, spot, secret, '王小花')
    },
  ],
  [
    'a helper by a code that was taken back',
    'bindings.code_wrong',
    async (scene) => {
      const { spot, client, secret, code } = await named(scene)
      await client.send(bindings.cancelInvite, { ...spot.home, code })
      const other = await scene.person()
      return () => accept(other.client, spot, secret)
    },
  ],
]

const ENDING: readonly Row[] = [
  [
    'a helper ended by the property, the one complained of',
    'bindings.helper_by_office',
    async (scene) => {
      const { spot, binding } = await helped(scene)
      const clerk = await scene.app.as('property')
      return () => clerk.send(bindings.endUser, { ...spot.home, binding })
    },
  ],
  [
    'an offer to a helper voided by the property',
    'bindings.helper_by_office',
    async (scene) => {
      const { spot, code } = await named(scene)
      const clerk = await scene.app.as('property')
      return () => clerk.send(bindings.cancel, { ...spot.home, code })
    },
  ],
  [
    'a helper ended by a helper of another home',
    'bindings.owners_only',
    async (scene) => {
      const { spot, binding } = await helped(scene)
      const { helper } = await helped(scene)
      return () => helper.client.send(bindings.remove, { ...spot.home, binding })
    },
  ],
  [
    'the home looked at by its helper',
    'bindings.owners_only',
    async (scene) => {
      const { spot, helper } = await helped(scene)
      return () => helper.client.send(bindings.home, spot.home)
    },
  ],
  [
    'a helper ended twice',
    'bindings.already_ended',
    async (scene) => {
      const { spot, helper, binding } = await helped(scene)
      const end = () => helper.client.send(bindings.withdraw, { ...spot.home, binding })
      expect((await end()).status).toBe(200)
      return end
    },
  ],
]

/** What is refused around helpers (代办人). */
export const REFUSED_HELPERS: readonly Row[] = [...NAMING, ...ACCEPTING, ...ENDING]

import { BINDING_RULES } from '#shared/bindings/profile.ts'
import { bindingRefusals, type BindingRefusal } from '#shared/bindings/refusals.ts'
import { PERMISSIONS } from '#shared/kernel/permissions.ts'
import { openScene, type Scene } from './refusals.fixture.ts'
import { REFUSED_CLAIMS } from './refused-claims.fixture.ts'
import { REFUSED_HELPERS } from './refused-helpers.fixture.ts'
import { REFUSED_OFFICERS } from './refused-officers.fixture.ts'
import { REFUSED_OWNERS } from './refused-owners.fixture.ts'

const ROWS = [...REFUSED_CLAIMS, ...REFUSED_OWNERS, ...REFUSED_OFFICERS, ...REFUSED_HELPERS]

/** No request comes so far: the permission names the same roles as the profile, which a place may narrow. */
const BEHIND_A_PERMISSION: readonly BindingRefusal[] = ['bindings.not_confirmer']

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.app.close())

test.each(ROWS)('%s: %s, and the store is as it was', async (_, code, prepare) => {
  const act = await prepare(scene)
  const { status, code: told, detail } = await scene.untouchedBy(act)
  expect([told, status]).toEqual([code, bindingRefusals[code].status])
  expect(detail).not.toMatch(/[{}]/)
})

test('every refusal of bindings that a request can reach is in the table', () => {
  const met = new Set([...ROWS.map(([, code]) => code), ...BEHIND_A_PERMISSION])
  expect([...met].sort()).toEqual(Object.keys(bindingRefusals).sort())
  const may: readonly string[] = PERMISSIONS['binding:confirm']
  expect([...may].sort()).toEqual([...BINDING_RULES.mayConfirm.value].sort())
})

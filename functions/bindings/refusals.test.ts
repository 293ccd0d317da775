import { bindingRefusals } from '#shared/bindings/refusals.ts'
import { openScene, type Scene } from './refusals.fixture.ts'
import { REFUSED_CLAIMS } from './refused-claims.fixture.ts'
import { REFUSED_HELPERS } from './refused-helpers.fixture.ts'
import { REFUSED_OFFICERS } from './refused-officers.fixture.ts'
import { REFUSED_OWNERS } from './refused-owners.fixture.ts'

const ROWS = [...REFUSED_CLAIMS, ...REFUSED_OWNERS, ...REFUSED_OFFICERS, ...REFUSED_HELPERS]

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

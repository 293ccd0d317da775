import type { emergencies } from '#shared/emergencies/contract.ts'
import { isInCharge, isPublic, type Act } from '#shared/emergencies/rules.ts'
import type { Call, Feature } from '../platform/http/call.ts'
import { actOn, seen, tick, type Said } from './acting.ts'
import { report, type Needs } from './report.ts'
import { emergenciesIn, type Emergencies } from './repository.ts'
import type { FoundEmergency } from './stored.ts'
import { viewOf } from './view.ts'

const PAGE = 20

export function emergencyFeature(needs: Needs): Feature<typeof emergencies, Emergencies> {
  const show = (found: FoundEmergency, call: Call<Emergencies>) => viewOf(found, call, needs)
  const act = (name: Act) => async (said: Said, call: Call<Emergencies>) =>
    show(await actOn(name, said, call), call)
  return {
    open({ table }, scope) {
      if (!scope) throw new Error('an emergency happens in a community')
      return emergenciesIn(table, scope.community)
    },
    handlers: {
      report: async (input, call) => show(await report(input, call, needs), call),

      async list({ stage, limit = PAGE, cursor }, { repository, roles, person }) {
        const page = await repository.list(stage, { limit, ...(cursor && { cursor }) })
        const isShown = ({ state, reporter }: (typeof page.items)[number]): boolean =>
          isPublic(state) || isInCharge(roles) || reporter === person
        return { ...page, items: page.items.filter(isShown) }
      },

      get: async ({ emergency }, call) => show(await seen(emergency, call), call),
      confirm: act('confirm'),
      dismiss: act('dismiss'),
      handle: act('handle'),
      expect: act('expect'),
      tick: async (input, call) => show(await tick(input, call), call),
      restore: act('restore'),
      review: ({ emergency, cause, done, changes }, call) =>
        act('review')({ emergency, review: { cause, done, changes } }, call),
    },
  }
}

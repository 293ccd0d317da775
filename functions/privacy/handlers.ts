import { agreementOf } from '#shared/privacy/agreement.ts'
import type { privacy } from '#shared/privacy/contract.ts'
import type { Feature } from '../platform/http/call.ts'
import type { Ports } from '../platform/ports.ts'
import { listSights, type SightNeeds } from './sights-shown.ts'

const PAGE = 20

/** Where nobody was named when it was set up: WeChat shows every mini-program's registered operator itself. */
const REGISTERED = {
  name: '本小程序的注册主体（点右上角“…”，再点小程序名称，在“更多资料”里可以看到）',
  contact: '在“我的”里打开“隐私与我的信息”，选“申请更正”；或到社区、物业服务中心当面提出',
}

export const privacyFeature = (needs: SightNeeds): Feature<typeof privacy, Ports> => ({
  open: (ports) => ports,
  handlers: {
    agreement: (_, { repository: { operator = REGISTERED } }) =>
      Promise.resolve(agreementOf(operator)),

    sights: ({ limit = PAGE, cursor }, { person, repository: { table } }) =>
      listSights(table, person, { limit, cursor }, needs),
  },
})

// What the pages of the tour are about, as it is called in the demo community of this run.
import type { Phone } from './phone.ts'
import { findEmergencies, type EmergencyIds } from './tour-emergencies.ts'

export interface Ids {
  readonly open: string
  readonly counted: string
  /** Its roll is out for objections. */
  readonly published: string
  readonly draft: string
  readonly notice: string
  readonly resolved: string
  readonly waiting: string
  readonly late: string
  readonly neighbours: string
  readonly correction: string
  readonly petitions: { readonly open: string; readonly reached: string }
  readonly emergencies: EmergencyIds
}

interface Listed {
  readonly items: readonly Readonly<Record<string, string>>[]
}

const JINXIU = '/communities/jinxiu'

const idOf = async (
  phone: Phone,
  path: string,
  name: string,
  holds: (one: Readonly<Record<string, string>>) => boolean,
): Promise<string> => {
  const { items } = (await phone.ask(`${JINXIU}${path}`)) as Listed
  const found = items.find(holds)?.[name]
  if (found === undefined) throw new Error(`the demo has no such ${name} in ${path}`)
  return found
}

const WRONG = {
  about: 'home',
  text: '我家的建筑面积写成 98.57 平方米，不动产权证上是 89.57 平方米，请更正。',
}

const DRAFT = {
  title: '更换保安公司和小区门禁',
  mode: 'local_electronic',
  items: [
    {
      matter: 4,
      title: '选聘安居保安服务公司三年',
      text: '从 2027 年 1 月起，由安居保安服务公司负责门岗和夜间巡逻，每月 4.2 万元，合同三年。',
    },
    {
      matter: 6,
      title: '筹集维修资金更换 6 处门禁',
      text: '更换 6 处单元门禁，共 18.6 万元，按面积分摊，每平方米 1.22 元。',
    },
  ],
}

/** What there is to see in the demo community, as the people see it who may; and what the demo has none of: a draft, and a request to correct. */
export async function findIds(resident: Phone, clerk: Phone, chair: Phone): Promise<Ids> {
  const { vote } = (await chair.ask(`${JINXIU}/votes`, DRAFT)) as { vote: string }
  const { correction } = (await resident.ask(`${JINXIU}/corrections`, WRONG)) as {
    correction: string
  }
  const inState = (state: string) => (one: Readonly<Record<string, string>>) =>
    one['state'] === state
  const votes = '/votes?limit=50'
  return {
    open: await idOf(resident, votes, 'vote', inState('open')),
    counted: await idOf(resident, votes, 'vote', inState('filed')),
    published: await idOf(resident, votes, 'vote', inState('roll_published')),
    draft: vote,
    correction,
    petitions: {
      open: await idOf(resident, '/petitions', 'petition', inState('open')),
      reached: await idOf(resident, '/petitions', 'petition', inState('reached')),
    },
    emergencies: await findEmergencies(resident),
    notice: await idOf(
      resident,
      '/notices?limit=50',
      'notice',
      ({ edition }) => Number(edition) > 1,
    ),
    resolved: await idOf(resident, '/complaints/mine?limit=50', 'number', inState('resolved')),
    late: await idOf(resident, '/complaints/mine?limit=50', 'number', inState('routed_street')),
    neighbours: await idOf(resident, '/complaints/public?limit=50', 'number', inState('accepted')),
    waiting: await idOf(
      clerk,
      '/complaints/queue?stage=open&limit=50',
      'number',
      inState('submitted'),
    ),
  }
}

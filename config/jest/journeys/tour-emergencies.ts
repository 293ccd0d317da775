// What happens now: reported by a resident, handled by the property, seen by the street.
import type { Phone } from './phone.ts'
import type { Stop } from './stop.ts'

export interface EmergencyIds {
  /** Reported just now, and not confirmed. */
  readonly reported: string
  /** Of the demo: from report to review. */
  readonly past: string
}

const EMERGENCIES = '/communities/jinxiu/emergencies'
const REPORT = {
  ...{ kind: 'facade', place: '3栋 西侧墙面' },
  note: '瓷砖往下掉，楼下停着两辆车，有人从下面走。',
}

export async function findEmergencies(resident: Phone): Promise<EmergencyIds> {
  const { emergency } = (await resident.ask(EMERGENCIES, REPORT)) as { emergency: string }
  const { items } = (await resident.ask(`${EMERGENCIES}?stage=past`)) as {
    items: readonly { readonly emergency: string }[]
  }
  const [past] = items
  if (!past) throw new Error('the demo has no emergency that is over')
  return { reported: emergency, past: past.emergency }
}

const HANDLE = '/property/emergency/index'
const REPORTING = '/resident/emergency-report/index'

async function chooseFire(phone: Phone): Promise<void> {
  await phone.tap('#kind-fire')
  await phone.write('detail', '2 单元 3 楼楼道')
  await phone.tap('#report')
  await phone.reads(/^确认是真的吗/)
}

async function putAside(phone: Phone): Promise<void> {
  await phone.tap('#choose-dismiss')
  await phone.reads('为什么不属实')
}

export const emergencyStops = ({ reported, past }: EmergencyIds): readonly Stop[] => [
  {
    ...{ login: 'resident', name: 'emergency-report', path: REPORTING, says: '失火' },
    act: chooseFire,
  },
  {
    ...{ login: 'resident', name: 'emergency-list', says: '正在发生' },
    path: '/resident/emergency-list/index',
  },
  {
    ...{ login: 'resident', name: 'emergency', says: '事后复盘' },
    path: `/resident/emergency/index?emergency=${past}`,
  },
  {
    ...{ login: 'property', name: 'emergency-handle', says: /^处置清单/ },
    path: `${HANDLE}?emergency=${reported}`,
  },
  {
    ...{ login: 'property', name: 'emergency-decide', says: /^处置清单/ },
    path: `${HANDLE}?emergency=${reported}`,
    act: putAside,
  },
  {
    ...{ login: 'street', name: 'emergency-area', says: '最近上报的在最前' },
    path: '/community/emergency-list/index',
  },
]

import { complaints, type Complaint } from '#shared/complaints/contract.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { personsIn } from '../people/repository.ts'
import type { Answer, Client, Sending } from '../platform/test-client.fixture.ts'
import type { TestApp } from '../platform/test-app.fixture.ts'

type Filing = Sent<typeof complaints.file>

export const LIFT: Filing = {
  community: 'jinxiu',
  category: 'lift',
  text: '2 号电梯一直异响，老人不敢坐。',
  place: { kind: 'building', building: '1幢' },
}

export const file = (
  by: Client,
  rest: Partial<Filing> = {},
  sending: Sending = {},
): Promise<Answer<Complaint>> => by.send(complaints.file, { ...LIFT, ...rest }, sending)

/** Words that do for each act. */
export const SAID = {
  accept: {},
  reply: { text: '师傅明天上午到。' },
  resolve: { text: '已换好。' },
  confirm: { rating: 5 },
  dispute: { text: '今天又响了。' },
  release: {},
  withdraw: {},
  urge: {},
  route: {},
  acceptAtStreet: {},
  recordOnsite: {
    who: '网格员小李',
    when: '2026-11-24T02:00:00.000Z',
    where: '1幢电梯厅',
    text: '门机确有异响。',
  },
  handle: {},
  find: { finding: 'WITHIN_REMIT_UNSOLVABLE', approver: '王主任', text: '维修资金未到位。' },
  escalate: {},
  recordMeeting: {
    heldOn: '2026-12-01',
    attendees: '街道、社区、物业、业委会',
    text: '十日内更换门机。',
    responsible: '安居物业',
    dueOn: '2026-12-11',
  },
  toMediation: { body: '物业纠纷调解委员会' },
  toLitigation: { body: '青山区人民法院' },
  takeBack: { text: '调解不成。' },
  refer: { department: 'market', text: '请特种设备科核查。' },
  decline: { reason: 'nothing_to_check', text: '没有可以核实的内容。' },
  closeUnanswered: { text: '两次提醒未答复。' },
  review: { verdict: 'done', text: '已到场复核。' },
  pause: { pause: 'material_ordered', text: '门机已订货。' },
  resume: {},
  note: { text: '下午去看过。' },
  message: { text: '请问几点来？' },
} as const
type Act = keyof typeof SAID

/** One act with words that do for it. */
export const act = (
  name: Act,
  by: Client,
  number: string,
  said: object = {},
  sending: Sending = {},
): Promise<Answer<Complaint>> =>
  by.send(
    complaints[name] as typeof complaints.accept,
    { community: 'jinxiu', number, ...SAID[name], ...said },
    sending,
  )

export const get = (by: Client, number: string): Promise<Answer<Complaint>> =>
  by.send(complaints.get, { community: 'jinxiu', number })

/** Does one act after another, each by whom it says: `street acceptAtStreet`. */
export async function go(app: TestApp, number: string, ...steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    const [who = '', name = ''] = step.split(' ')
    const then = name === 'recordOnsite' ? { when: app.clock.now.toISOString() } : {}
    const answer = await act(name as Act, await app.as(who), number, then)
    if (answer.status !== 200) throw new Error(`${step}: ${answer.status} ${answer.code}`)
    await app.sweep()
  }
}

/** Somebody of an office above the community. */
export const addOfficer = (
  { ports }: TestApp,
  id: string,
  grant: { readonly scope: 'street' | 'district'; readonly of: string; readonly role: Role },
): Promise<void> =>
  personsIn(ports.table).add(id, {
    name: '何处长',
    grants: [{ ...grant, from: '2026-01-01T00:00:00.000Z' }],
    homes: [],
  })

/** A complaint that the resident filed and WeChat let pass. */
export async function filed({ as, sweep }: TestApp, rest: Partial<Filing> = {}): Promise<string> {
  const { body } = await file(await as('resident'), rest)
  await sweep()
  return body.number
}

const WAY = ['accept', 'reply', 'resolve', 'dispute', 'resolve', 'confirm'] as const

/** A checked complaint, taken as far along the way to a confirmation as said: 0 is just filed. */
export async function takenTo(app: TestApp, steps: number): Promise<string> {
  const number = await filed(app)
  const [resident, property] = [await app.as('resident'), await app.as('property')]
  for (const name of WAY.slice(0, steps)) {
    const by = name === 'dispute' || name === 'confirm' ? resident : property
    const { status } = await act(name, by, number)
    if (status !== 200) throw new Error(`${name} was answered ${status}`)
    app.clock.advance(1_000)
  }
  await app.sweep()
  return number
}

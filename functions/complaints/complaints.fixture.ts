import { complaints, type Complaint } from '#shared/complaints/contract.ts'
import type { Sent } from '#shared/kernel/route.ts'
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

type Act = 'accept' | 'reply' | 'resolve' | 'confirm' | 'dispute' | 'release'
const SAID: Readonly<Record<Act, object>> = {
  accept: {},
  reply: { text: '师傅明天上午到。' },
  resolve: { text: '已换好。' },
  confirm: { rating: 5 },
  dispute: { text: '今天又响了。' },
  release: {},
}

/** One act with words that do for it. */
export const act = (
  name: Act,
  by: Client,
  number: string,
  said: object = {},
  sending: Sending = {},
): Promise<Answer<Complaint>> =>
  by.send(complaints[name], { community: 'jinxiu', number, ...SAID[name], ...said }, sending)

export const get = (by: Client, number: string): Promise<Answer<Complaint>> =>
  by.send(complaints.get, { community: 'jinxiu', number })

/** A complaint that the resident filed and WeChat let pass. */
export async function filed({ as, sweep }: TestApp): Promise<string> {
  const { body } = await file(await as('resident'))
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

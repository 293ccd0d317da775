import { complaints } from '#shared/complaints/contract.ts'
import type { AtWindow } from '#shared/complaints/window-contract.ts'
import type { Sent } from '#shared/kernel/route.ts'
import type { Answer, Client, Sending } from '../platform/test-client.fixture.ts'

type Filing = Sent<typeof complaints.fileAtWindow>

export const AT = { community: 'jinxiu' }

/** 周八 of 3-1-201, whom the register knows by name and who has no phone. */
export const AUNT: Filing = {
  ...AT,
  channel: 'WINDOW',
  name: '周八',
  unit: '3-1-201',
  category: 'lift',
  text: '三幢电梯关门夹人，老人不敢坐。',
  place: { kind: 'home', unit: '3-1-201' },
}

export const atWindow = (
  by: Client,
  rest: Partial<Filing> = {},
  sending: Sending = {},
): Promise<Answer<AtWindow>> => by.send(complaints.fileAtWindow, { ...AUNT, ...rest }, sending)

export const reprint = (by: Client, number: string, sending: Sending = {}) =>
  by.send(complaints.reprintReceipt, { ...AT, number }, sending)

export const claimWith = (by: Client, number: string, secret = '', sending: Sending = {}) =>
  by.send(complaints.claimWithCode, { ...AT, number, secret }, sending)

export const sayFor = (
  by: Client,
  number: string,
  says: 'message' | 'dispute',
  text = '本人来说还在夹人。',
) => by.send(complaints.sayForFiler, { ...AT, number, says, text })

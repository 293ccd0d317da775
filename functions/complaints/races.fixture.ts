import { complaints } from '#shared/complaints/contract.ts'
import { openTestAppOn, appOn, type TestApp } from '../platform/test-app.fixture.ts'
import type { Answer, Client } from '../platform/test-client.fixture.ts'
import { complaintsIn } from './repository.ts'
import { replayed, type FoundComplaint } from './stored.ts'

export const HERE = { community: 'jinxiu' } as const

export interface Twins {
  readonly app: TestApp & { close(): Promise<void> }
  /** Another process on the same store, by the same clock. */
  readonly other: TestApp
}

export async function openTwins(open: Parameters<typeof openTestAppOn>[0]): Promise<Twins> {
  const app = await openTestAppOn(open)
  return { app, other: appOn(app.ports.table, {}, app.clock) }
}

/** As it is stored. @throws Error where it is not */
export async function foundIn({ ports }: TestApp, number: string): Promise<FoundComplaint> {
  const found = await complaintsIn(ports.table, { ...HERE, code: 'JX' }).find(number)
  if (!found) throw new Error(`${number} is not stored`)
  return found
}

/** Whatever raced: each event has its place, and they alone give what is stored. */
export function demandWhole(found: FoundComplaint): void {
  const { events, stored } = found
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, i) => i + 1))
  const [said, kept] = [replayed(found), stored.life]
  // When it looks for a missing year's table is no part of what happened.
  const clocks = kept.clocks.map((clock) => ({ ...clock, checkAt: undefined }))
  expect({ ...said, clocks: said.clocks.map((one) => ({ ...one, checkAt: undefined })) }).toEqual({
    ...kept,
    clocks,
  })
}

export const cosign = (by: Client, number: string) =>
  by.send(complaints.cosign, { ...HERE, number })

export const merge = (by: Client, number: string, into: string) =>
  by.send(complaints.merge, { ...HERE, number, into })

export const codesOf = (answers: readonly Answer<unknown>[]): readonly string[] =>
  answers.map(({ status, code }) => (status === 200 ? 'done' : (code ?? String(status)))).sort()

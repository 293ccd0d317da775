// A process to be killed: several persons claim, are confirmed and withdraw, and a line in a file for each answer.
import { openSync, writeSync } from 'node:fs'
import { bindings } from '#shared/bindings/contract.ts'
import { appOn } from '../platform/test-app.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { openLevelTable } from '../platform/table/level-table.ts'
import { claim, confirm } from './bindings.fixture.ts'

/** What an answer of the API said. */
export interface Acknowledged {
  readonly unit: string
  readonly person: string
  readonly status: 'claimed' | 'verified' | 'ended'
}

type Acknowledge = (line: Acknowledged) => void

function good<T extends { readonly status: number; readonly code: string | undefined }>(
  told: T,
): T {
  if (told.status >= 300) throw new Error(told.code)
  return told
}

/** Every third home is given up again. */
async function live(
  [by, officer]: readonly [Client, Client],
  person: string,
  rooms: readonly string[],
  acknowledge: Acknowledge,
): Promise<void> {
  for (const [n, room] of rooms.entries()) {
    const { binding, unit } = good(await claim(by, { room })).body
    acknowledge({ unit, person, status: 'claimed' })
    good(await confirm(officer, binding, { unit }))
    acknowledge({ unit, person, status: 'verified' })
    if (n % 3 > 0) continue
    good(await by.send(bindings.withdraw, { community: 'jinxiu', unit, binding }))
    acknowledge({ unit, person, status: 'ended' })
  }
}

/** @param rooms of each person, `person=501,502` */
async function liveUntilKilled(store: string, file: string, rooms: readonly string[]) {
  const lines = openSync(file, 'w')
  const app = appOn(await openLevelTable(store))
  const officer = await app.as('committee')
  await Promise.all(
    rooms.map(async (line) => {
      const [person = '', numbers = ''] = line.split('=')
      const clients = [await app.as(person), officer] as const
      await live(clients, person, numbers.split(','), (told) => {
        writeSync(lines, JSON.stringify(told) + '\n')
      })
    }),
  )
}

const [, , store = '', file = '', ...rooms] = process.argv
void liveUntilKilled(store, file, rooms)

import path from 'node:path'
import { createApp } from '#functions/app.ts'
import { addCommunity } from '#functions/communities/repository.ts'
import { openArrivals } from '#functions/local/arrivals.ts'
import { listen } from '#functions/local/http-server.ts'
import { personsIn } from '#functions/people/repository.ts'
import { answerBlobs } from '#functions/platform/blobs/blob-routes.ts'
import { fileBlobs } from '#functions/platform/blobs/file-blobs.ts'
import type { Ports } from '#functions/platform/ports.ts'
import type { Table } from '#functions/platform/table/table.ts'
import { DEMO } from '#shared/votes/profiles/demo.ts'
import { Hono } from 'hono'
import { openBenchDynamo } from './bench-dynamo.ts'
import { openBenchMachine } from './machine.ts'
import { FEW } from './world.ts'

const CLERK = 'clerk'
const FILES = '/files'

/** The API and the files of one machine over either table, with one clerk who may import: `level FOLDER`, `dynamo FOLDER`. */
async function serve(on: string, folder: string): Promise<void> {
  const machine = await openBenchMachine(folder)
  const table = on === 'dynamo' ? (await openBenchDynamo()).table : machine.ports.table
  const ports = withTable(machine.ports, table, path.join(folder, 'files'))
  const token = await clerkOf(ports.ports)
  const site = new Hono()
  const api = createApp(ports.ports)
  site.all('/api/*', (c) => api.fetch(c.req.raw, c.env))
  site.all(`${FILES}/*`, (c) => answerBlobs(c.req.raw, ports.door))
  site.all(FILES, (c) => answerBlobs(c.req.raw, ports.door))
  const { url } = await listen(site.fetch, '127.0.0.1', 0, ports.ports.now)
  // The load starts the processes it measures, so that it knows when they are ready.
  process.stdout.write(`token ${token}\nready ${url}\n`)
}

function withTable(machine: Ports, table: Table, folder: string) {
  const { now } = machine
  const secret = machine.keys.digestText('blobs', 'bench')
  const kept = fileBlobs({ folder, secret, baseUrl: () => FILES }, now)
  const { blobs, arrived } = openArrivals(kept, () => ports)
  const ports: Ports = { ...machine, table, blobs }
  return { ports, door: { blobs, now, path: FILES, arrived } }
}

async function clerkOf({ table, keys, now, newId }: Ports): Promise<string> {
  await addCommunity(table, {
    id: FEW,
    code: 'FW',
    name: FEW,
    street: 'bench',
    streetName: '和平街道',
    propertyCompany: '安居物业',
    profile: { id: DEMO.id, name: DEMO.name, version: DEMO.version, fictitious: true },
    buildings: [],
  })
  const persons = personsIn(table)
  const session = newId()
  const expiresAt = Math.floor(now().getTime() / 1_000) + 3_600
  const from = '2026-01-01T00:00:00.000Z'
  await persons.add(CLERK, {
    name: '张小明',
    grants: [{ scope: 'community', of: FEW, role: 'property', from }],
    homes: [],
  })
  await persons.openSession(CLERK, session, now(), expiresAt)
  return keys.signToken({ person: CLERK, session, expiresAt })
}

// Ended by a signal alone, it would leave the table's server behind: that one is ended as this process exits.
process.once('SIGTERM', () => process.exit(0))

const [on = '', folder = ''] = process.argv.slice(2)
void serve(on, folder)

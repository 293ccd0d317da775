import { readFileSync } from 'node:fs'
import { MARK } from '#demo/signature.ts'
import { createApp } from '#functions/app.ts'
import { countedTable } from '#functions/platform/table/counted-table.ts'
import { itemBytes } from '#functions/platform/table/item-size.ts'
import { ballotKey, signatureKey } from '#functions/votes/items.ts'
import { openBenchMachine } from './machine.ts'
import type { BallotCost } from './measured.ts'
import { CHOICES, inside, LIVE, type Voter, type World } from './world.ts'

/** One ballot cast by the product, and what it would cost on DynamoDB: the second, as the first one reads the roll. */
async function costOfBallot({ folder, vote, voters }: World): Promise<BallotCost> {
  const { ports, store } = await openBenchMachine(folder)
  let units = { reads: 0, writes: 0 }
  const table = countedTable(ports.table, (_, { reads, writes }) => {
    units = { reads: units.reads + reads, writes: units.writes + writes }
  })
  const app = createApp({ ...ports, table })
  const cast = async ({ token, head }: Voter): Promise<void> => {
    units = { reads: 0, writes: 0 }
    const body = JSON.stringify({ head, choices: CHOICES, signature: MARK })
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': ports.newId(),
    }
    const request = { method: 'POST', headers, body }
    const { status } = await app.request(inside(LIVE, `votes/${vote}/ballots`), request)
    if (status !== 201) throw new Error(`a ballot was answered with ${status}`)
  }
  // The last ones are spared by the load.
  const [first, second] = voters.slice(-2)
  if (!first || !second) throw new Error('nobody is left to cast')
  await cast(first)
  await cast(second)
  const spent = units
  const ballot = await store.get(ballotKey(vote, second.head))
  const { pk } = signatureKey(vote, second.head, '')
  const { items } = await store.query(pk, { prefix: `${second.head}#` })
  await store.close()
  if (!ballot) throw new Error('the ballot is not there')
  const signature = items.reduce((sum, item) => sum + itemBytes(item), 0)
  return { ballot: itemBytes(ballot), signature, ...spent }
}

const [file = ''] = process.argv.slice(2)
void costOfBallot(JSON.parse(readFileSync(file, 'utf8')) as World).then((cost) =>
  process.stdout.write(JSON.stringify(cost)),
)

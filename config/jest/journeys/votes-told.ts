// Votes as they stand before a journey begins, and as they end: what is told the API without a page.
import type { Phone } from './phone.ts'
import type { Server } from './server.ts'

const JINXIU = '/communities/jinxiu'
const DAY = 86_400_000

/** What the API answers, where it does what it was asked. */
export async function told(phone: Phone, path: string, body?: object): Promise<unknown> {
  const answer = (await phone.ask(path, body)) as { readonly code?: string }
  if (answer.code !== undefined) throw new Error(`${path}: ${JSON.stringify(answer)}`)
  return answer
}

export const moveOn = async (server: Server, days: number): Promise<void> =>
  server.moveTo(new Date((await server.now()).getTime() + days * DAY).toISOString())

/** Drafted, its roll out for a week, everything that comes before a decision on record, noticed. */
export async function noticed(chair: Phone, server: Server, draft: object): Promise<string> {
  const { vote } = (await told(chair, `${JINXIU}/votes`, draft)) as { vote: string }
  const at = `${JINXIU}/votes/${vote}`
  await told(chair, `${at}/roll/publication`, {})
  await moveOn(server, 8)
  await chair.logIn('committee')
  await told(chair, `${at}/roll`, {})
  const day = (await server.now()).toISOString().slice(0, 10)
  const from = new Date((await server.now()).getTime() - 7 * DAY).toISOString().slice(0, 10)
  for (const step of ['consultation', 'summary', 'party', 'residents']) {
    const since = step === 'consultation' ? { from } : {}
    await told(chair, `${at}/gate`, { step, day, ...since, document: '小区公告栏，有存档' })
  }
  const opens = Date.parse(`${day}T16:00:00Z`) + 15 * DAY
  await told(chair, `${at}/notice`, {
    opensAt: new Date(opens).toISOString(),
    closesAt: new Date(opens + 5 * DAY).toISOString(),
  })
  return vote
}

interface Counted {
  readonly items: readonly object[]
  readonly papers: object
}

/** The clock counts; two offices look at it; it is published. */
export async function counted(chair: Phone, worker: Phone, vote: string): Promise<Counted> {
  const at = `${JINXIU}/votes/${vote}`
  for (const phone of [chair, worker]) {
    const { ballotsSha256 } = await countOf(phone, at)
    await told(phone, `${at}/count/confirmations`, { ballotsSha256 })
  }
  await told(chair, `${at}/result/publication`, {})
  return (await told(chair, `${at}/result`)) as Counted
}

/** The sweep counts on its own time. */
async function countOf(phone: Phone, at: string): Promise<{ ballotsSha256: string }> {
  for (let turn = 0; turn < 100; turn += 1) {
    const answer = (await phone.ask(`${at}/count`)) as { code?: string; ballotsSha256: string }
    if (answer.code === undefined) return answer
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('never counted')
}

import { randomBytes } from 'node:crypto'
import type { Community } from '#shared/communities/contract.ts'
import { Id } from '#shared/kernel/route.ts'
import { symbolsOf } from '#shared/kernel/public-number.ts'
import { NATIONAL } from '#shared/votes/profiles/national.ts'
import { communityDirectory, type Places } from '../communities/offers.ts'
import { addCommunity } from '../communities/repository.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError, type Table } from '../platform/table/table.ts'
import { StartError } from './data-folder.ts'
import type { ImportOrder } from './import-order.ts'

const CODE_SYMBOLS = 2
const CODE_ATTEMPTS = 20
const PAGE = 100

/** A community by id, or by a name that only one has. */
async function findCommunity(places: Places, wanted: string): Promise<string | undefined> {
  if (Id.safeParse(wanted).success && (await places.community(wanted))) return wanted
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await places.list('community', { limit: PAGE, ...(cursor && { cursor }) })
    ids.push(...page.items.filter(({ name }) => name === wanted).map(({ of }) => of))
    ;({ cursor } = page)
  } while (cursor !== undefined)
  if (ids.length > 1) {
    throw new StartError(
      `有 ${ids.length} 个小区都叫“${wanted}”，请写编号：${ids.join(' ')} (several communities of that name: say which id)`,
    )
  }
  return ids[0]
}

/** Whether it is there, and its id in either case: a new one's is its name where that can be an id. */
export async function communityFor(
  ports: Pick<Ports, 'table' | 'now' | 'newId'>,
  wanted: string,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const found = await findCommunity(communityDirectory(ports), wanted)
  if (found !== undefined) return { id: found, isNew: false }
  return { id: Id.safeParse(wanted).success ? wanted : ports.newId(), isNew: true }
}

/** National rules until somebody says which local ones hold; its code is drawn until one is free. */
export async function makeCommunity(
  table: Table,
  id: string,
  { community: name, make }: ImportOrder,
  buildings: readonly string[],
): Promise<void> {
  const { street = 'none', streetName = '（未填写）', company = '（未填写）', code } = make
  const profile: Community['profile'] = {
    id: NATIONAL.id,
    name: NATIONAL.name,
    version: NATIONAL.version,
    fictitious: NATIONAL.fictitious,
  }
  const about = { id, name, street, streetName, propertyCompany: company, profile }
  for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
    const drawn = code ?? symbolsOf(randomBytes(CODE_SYMBOLS), CODE_SYMBOLS)
    try {
      await addCommunity(table, { ...about, code: drawn, buildings: [...buildings] })
      return
    } catch (err) {
      if (!(err instanceof ConflictError)) throw err
      if (code !== undefined) break
    }
  }
  throw new StartError(
    `小区代码${code === undefined ? '用完了' : ` ${code} 已被别的小区使用`}，请用 --code 另选一个 (the community's code is taken: choose another with --code)`,
  )
}

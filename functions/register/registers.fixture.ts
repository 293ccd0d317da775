import { register } from '#shared/register/contract.ts'
import type { Import } from '#shared/register/terms.ts'
import { announcingBlobs } from '../platform/blobs/announcing-blobs.ts'
import { openFileBlobs, upload } from '../platform/blobs/blobs.fixture.ts'
import type { Blobs } from '../platform/blobs/blobs.ts'
import type { OpenTable } from '../platform/table/open-tables.fixture.ts'
import type { Item } from '../platform/table/table.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { registerArrived } from './arrival.ts'
import { inTurn } from './in-turn.ts'
import { isRegisterKey } from './places.ts'
import { partitionOf } from './stored.ts'

export const COMMUNITY = 'jinxiu'
const HEADER = '房号,建筑面积,业主姓名,联系电话,交付状态,开发商,产权代表'

/** A register of a few homes: a couple, two namesakes without numbers, and what the developer still holds. */
export const ROWS = [
  '1-1-101,89.57,张小明,13800000001,已交付,,',
  '1-1-102,100,张小明、李芳,13800000001、13800000002,已交付,,李芳',
  '1-1-103,80,王强,,已交付,,',
  '1-1-104,80,王强,,已交付,,',
  '1-1-105,70,赵敏,13800000005,已售未交付,锦绣置业有限公司,',
  '1-1-106,70,,,未售,锦绣置业有限公司,',
]
export const csv = (rows: readonly string[] = ROWS): string => `${[HEADER, ...rows].join('\n')}\n`

type Open = (options: { readonly now: () => Date }) => Promise<OpenTable>

export interface RegisterWorld extends TestApp {
  readonly blobs: Blobs
  /** The same files, but nobody is told of what is put there. */
  readonly silently: Blobs
  /** Uploads by the form and lets the work be done; the import as it is then. */
  preview(text: string | Uint8Array, as?: Client): Promise<Import>
  /** Confirms and lets the work be done. */
  confirm(of: Import, same?: readonly (readonly string[])[]): Promise<Import>
  /** A whole import. @throws Error where it is not taken */
  take(text: string | Uint8Array): Promise<Import>
  progress(id: string): Promise<Import>
  /** Until no work is left. */
  settle(): Promise<void>
  /** Everything in the register's partition, to prove that nothing changed. */
  everything(): Promise<readonly Item[]>
  close(): Promise<void>
}

/** The API over a table, with files on a real disk and the work on them done by the same process. */
export async function openRegisterWorld(open: Open): Promise<RegisterWorld> {
  const faults: unknown[] = []
  const turn = inTurn((err) => faults.push(err))
  const arrived = (key: string): void =>
    turn.begin(async () => {
      const bytes = (await files.blobs.get(key))?.length ?? 0
      await registerArrived(app.ports, { key, bytes })
    })
  const files = await openFileBlobs(
    () => app.clock.now,
    (key) => {
      arrived(key)
      return Promise.resolve()
    },
  )
  const blobs = announcingBlobs(files.blobs, isRegisterKey, arrived)
  const app = await openTestAppOn(open, { blobs })
  const committee = () => app.as('committee')
  const settle = async (): Promise<void> => {
    await turn.idle()
    if (faults.length > 0) throw faults[0]
  }
  const progress = async (id: string): Promise<Import> => {
    const answer = await (
      await committee()
    ).send(register.progress, {
      community: COMMUNITY,
      import: id,
    })
    expect(answer.status).toBe(200)
    return answer.body
  }
  const world: RegisterWorld = {
    ...app,
    blobs,
    silently: files.blobs,
    settle,
    progress,
    async preview(text, as) {
      const client = as ?? (await committee())
      const { body } = await client.send(register.upload, {
        community: COMMUNITY,
        file: '名册.csv',
      })
      const sent = await upload(body.form, typeof text === 'string' ? Buffer.from(text) : text)
      expect(sent.status).toBe(201)
      await settle()
      return progress(body.import)
    },
    async confirm({ import: id, preview }, same) {
      if (!preview) throw new Error('nothing to confirm')
      const { sha256, comparedWith } = preview
      const sent = { community: COMMUNITY, import: id, sha256, comparedWith }
      const groups = same?.map((keys) => [...keys])
      const answer = await (
        await committee()
      ).send(register.confirm, {
        ...sent,
        ...(groups && { same: groups }),
      })
      if (answer.status !== 200) throw new Error(answer.code)
      await settle()
      return progress(id)
    },
    async take(text) {
      const done = await world.confirm(await world.preview(text))
      if (done.state !== 'done') throw new Error(done.refusal?.code)
      return done
    },
    async everything() {
      const items: Item[] = []
      let cursor: string | undefined
      do {
        const page = await app.ports.table.query(partitionOf(COMMUNITY), {
          ...(cursor !== undefined && { cursor }),
        })
        items.push(...page.items)
        cursor = page.cursor
      } while (cursor !== undefined)
      return items
    },
    async close() {
      await app.close()
      await files.stop()
    },
  }
  return world
}

import { ConflictError, type Table } from '../platform/table/table.ts'
import { foundIn, photoItem, photoKey, type FoundPhoto, type StoredPhoto } from './stored.ts'

export type Photos = ReturnType<typeof photosIn>

const BATCH = 100

/** Access patterns: `stored.ts`. */
export const photosIn = (table: Table, community: string) => ({
  community,
  /** One read. */
  async find(id: string): Promise<FoundPhoto | undefined> {
    const item = await table.get(photoKey(community, id))
    return item && foundIn(item)
  },
  /** One batch per hundred, in the order of the ids. */
  async findAll(ids: readonly string[]): Promise<readonly (FoundPhoto | undefined)[]> {
    const found: (FoundPhoto | undefined)[] = []
    for (let start = 0; start < ids.length; start += BATCH) {
      const keys = ids.slice(start, start + BATCH).map((id) => photoKey(community, id))
      const items = await table.batchGet(keys)
      found.push(...items.map((item) => item && foundIn(item)))
    }
    return found
  },
  /** @throws ConflictError where the id is taken */
  add: (photo: StoredPhoto): Promise<void> => table.put(photoItem(photo, 1)),
  /** @throws ConflictError where somebody else wrote since it was found */
  async save(photo: StoredPhoto, { version }: FoundPhoto): Promise<FoundPhoto> {
    await table.put(photoItem(photo, version + 1))
    return { photo, version: version + 1 }
  },
  /** @throws ConflictError where somebody else wrote since it was found */
  remove: ({ photo, version }: FoundPhoto): Promise<void> =>
    table.delete(photoKey(community, photo.id), version),
})

const TRIES = 8

/** Finds, changes and saves one photo, again where somebody else wrote between. `undefined` changes nothing. */
export async function changePhoto(
  photos: Photos,
  id: string,
  change: (photo: StoredPhoto) => StoredPhoto | undefined,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await photos.find(id)
    const next = found && change(found.photo)
    if (!next || next === found.photo) return
    try {
      await photos.save(next, found)
      return
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === TRIES) throw err
    }
  }
}

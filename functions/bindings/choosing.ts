import type { CommunityChoice } from '#shared/bindings/views.ts'
import type { Places } from '../communities/offers.ts'

const SHOWN = 20
/** A name is looked for among so many communities; who has more of them chooses by a link or a QR code. */
const PAGES = 10
const PAGE = 100

/** Communities with these words in their name, for somebody who belongs to none yet. */
export async function communitiesNamed(
  places: Places,
  words: string,
): Promise<readonly CommunityChoice[]> {
  const ids: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES && ids.length < SHOWN; page += 1) {
    const found = await places.list('community', {
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    })
    ids.push(...found.items.filter(({ name }) => name.includes(words)).map(({ of }) => of))
    cursor = found.cursor
    if (cursor === undefined) break
  }
  const found = await Promise.all(ids.slice(0, SHOWN).map((id) => places.community(id)))
  return found.flatMap((one) => {
    if (!one) return []
    const { id, name, streetName, buildings } = one
    return [{ id, name, streetName, buildings }]
  })
}

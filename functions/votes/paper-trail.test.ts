import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import { photosIn } from '../photos/repository.ts'
import { openFileBlobs } from '../platform/blobs/blobs.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { mandatePartition } from './mandates/repository.ts'
import { addPhoto, entrusted } from './mandates/mandates.fixture.ts'
import { servingPartitions } from './serving/repository.ts'
import { servePaper } from './serving/serving.fixture.ts'
import { COMMUNITY, openVoteApp } from './vote-people.fixture.ts'
import { closedAndCounted, done, opened } from './votes.fixture.ts'

const FIVE_YEARS = 5 * 366 * DAY

test.each(openTables)(
  'mandates, proofs of service and their photos go with the ballots (%s)',
  async (_, open) => {
    const blobs = await openFileBlobs(() => new Date())
    const app = await openVoteApp(open, undefined, { blobs: blobs.blobs })
    const vote = await opened(app)
    await entrusted(app, 'zhang', 'fang', vote)
    const photos = [await addPhoto(app, 'committee')]
    const paper = { unit: '1-1-105', owner: 1, agent: '老王', photos }
    const committee = await app.as('committee')
    done(await committee.send(votes.recordMandate, { community: COMMUNITY, vote, ...paper }), 201)
    const served = done(await servePaper(app, 'committee', vote, '1-1-106'), 201)
    await closedAndCounted(app, vote)
    const kept = async () => {
      const partitions = [mandatePartition(COMMUNITY, vote), ...servingPartitions(vote, 0)]
      const pages = await Promise.all(partitions.map((pk) => app.ports.table.count(pk)))
      const ids = [...photos, ...(served.photos ?? [])]
      const found = await photosIn(app.ports.table, COMMUNITY).findAll(ids)
      return [pages.reduce((sum, one) => sum + one, 0) > 0, found.filter((one) => one).length]
    }
    expect(await kept()).toEqual([true, 2])
    app.clock.advance(FIVE_YEARS)
    for (let n = 0; n < 4; n += 1) await app.sweep()
    expect(await kept()).toEqual([false, 0])
    const state = await (
      await app.as('committee')
    ).send(votes.servingState, { community: COMMUNITY, vote })
    expect(state.code).toBe('votes.records_gone')
    await app.close()
    await blobs.stop()
  },
)

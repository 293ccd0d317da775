import { createHash } from 'node:crypto'
import { DAY } from '#shared/kernel/calendar.ts'
import { photos } from '#shared/photos/contract.ts'
import { account } from '#shared/privacy/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { photosIn } from '../../photos/repository.ts'
import { sample } from '../../photos/samples.fixture.ts'
import { auditTrail } from '../../platform/audit/audit.ts'
import { addPerson } from '../../platform/test-cast.fixture.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { ownerPartition } from '../../privacy/sight-repository.ts'
import { COMMUNITY, type VoteApp } from '../vote-people.fixture.ts'
import { confirmedAs, LONG_AGO } from '../confirmed-as.fixture.ts'
import { confirmed, done } from '../votes.fixture.ts'
import {
  closed,
  enter,
  enterTwice,
  openedOnPaper,
  reconciled,
  serialOfCode,
  takeBack,
} from './papers.fixture.ts'
import { arrived, lookAt, openPhotoApp, photograph, send } from './sheet-photos.fixture.ts'

const told = ({ status, code }: { status: number; code?: string | undefined }) => code ?? status

describe.each(openTables)('photos of a sheet (%s)', (_, open) => {
  let app: VoteApp
  let vote: string
  let codes: readonly string[]
  let code: string
  beforeAll(async () => {
    app = await openPhotoApp(open)
    const elsewhere = { name: '云溪业委会', roles: ['committee'] as const, community: 'yunxi' }
    await addPerson(app.ports, 'elsewhere', elsewhere)
    const deputy = { name: '副主任', roles: ['committee'] as const, community: COMMUNITY }
    await addPerson(app.ports, 'deputy', deputy)
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    ;({ vote, codes } = await openedOnPaper(app))
    code = codes[1] ?? ''
    done(await takeBack(app, vote, code))
  })

  const another = async () => {
    const next = codes[2] ?? ''
    done(await takeBack(app, vote, next))
    return next
  }

  test('taken with the sheet, bound by its hash, shown once two people have entered it', async () => {
    const bytes = sample('jpeg')
    const photo = await send(app, 'committee', bytes, vote)
    const line = done(await photograph(app, vote, code, [photo]))
    expect(line).toMatchObject({ photos: 1, photosOpen: false, entry: 'none' })
    expect(told(await lookAt(app, vote, '2-1'))).toBe('votes.sheet_photo_too_early')
    done(await enter(app, vote, code, 'committee'), 201)
    expect(told(await lookAt(app, vote, '2-1'))).toBe('votes.sheet_photo_too_early')
    const settled = done(await enter(app, vote, code, 'community'), 201)
    expect(settled.line).toMatchObject({ photosOpen: true, photos: 1 })
    for (const who of ['committee', 'community']) {
      const shown = done(await lookAt(app, vote, '2-1', who))
      const [picture] = shown.photos
      const response = await fetch(picture?.url ?? '')
      const kept = new Uint8Array(await response.arrayBuffer())
      expect(createHash('sha256').update(kept).digest('hex')).toBe(picture?.sha256)
      expect(kept.length).toBeGreaterThan(100)
    }
  })

  test('who looked is on the chain, and the owner is told', async () => {
    done(await photograph(app, vote, code, [await arrived(app, 'committee')]))
    await enterTwice(app, vote, code)
    done(await lookAt(app, vote, '2-1'))
    const { items } = await auditTrail(app.ports).latest(COMMUNITY, { limit: 1 })
    expect(items[0]?.entry).toMatchObject({
      ...{ act: 'votes.look_at_sheet', by: 'community', detail: { vote, serial: '2-1' } },
    })
    const sights = await app.ports.table.query(ownerPartition(COMMUNITY, 'k-fang'))
    expect(sights.items.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ viewer: 'community', as: 'community', what: 'sheet' }),
    )
  })

  test('until the close nobody sees it who has not entered the sheet', async () => {
    done(await photograph(app, vote, code, [await arrived(app, 'committee')]))
    await enterTwice(app, vote, code)
    expect(told(await lookAt(app, vote, '2-1', 'deputy'))).toBe('votes.sheet_photo_too_early')
    await closed(app, vote)
    expect(done(await lookAt(app, vote, '2-1', 'deputy')).photos).toHaveLength(1)
  })

  test('entries that differ: the photo settles it', async () => {
    done(await photograph(app, vote, code, [await arrived(app, 'committee')]))
    done(await enter(app, vote, code, 'committee'), 201)
    const second = await enter(app, vote, code, 'community', { marks: ['against', 'against'] })
    expect(done(second, 201).line).toMatchObject({ entry: 'differs', photosOpen: true })
    expect(done(await lookAt(app, vote, '2-1', 'committee')).photos).toHaveLength(1)
  })

  test('sealed: no check is asked for, nobody is shown it otherwise, not who took it', async () => {
    const photo = await send(app, 'committee', sample('jpeg'), vote)
    done(await photograph(app, vote, code, [photo]))
    await enterTwice(app, vote, code)
    for (const who of ['committee', 'fang', 'community']) {
      const seen = done(await (await app.as(who)).send(photos.get, { community: COMMUNITY, photo }))
      expect([who, seen]).toEqual([who, { photo, state: 'passed' }])
    }
    const stored = (await photosIn(app.ports.table, COMMUNITY).find(photo))?.photo
    expect(stored).toMatchObject({ asked: 0, sealed: true, use: expect.any(String) as string })
  })

  test.each([
    ['fang', 'auth.not_permitted'],
    ['property', 'auth.not_permitted'],
    ['street', 'auth.not_permitted'],
    ['elsewhere', 'scope.not_found'],
  ])('%s neither takes nor sees one: %s', async (who, refusal) => {
    const id = await arrived(app, 'committee')
    done(await photograph(app, vote, code, [id]))
    await enterTwice(app, vote, code)
    const next = await another()
    expect(told(await photograph(app, vote, next, [id], who))).toBe(refusal)
    expect(told(await lookAt(app, vote, '2-1', who))).toBe(refusal)
  })

  test('another took it in; a second time; once it is entered; before it is back: refused', async () => {
    const mine = () => arrived(app, 'committee')
    const theirs = [await arrived(app, 'community')]
    expect(told(await photograph(app, vote, code, theirs, 'community'))).toBe(
      'votes.sheet_taken_in_by_other',
    )
    done(await photograph(app, vote, code, [await mine()]))
    expect(told(await photograph(app, vote, code, [await mine()]))).toBe('votes.sheet_photographed')
    const next = await another()
    done(await enter(app, vote, next, 'community'), 201)
    expect(told(await photograph(app, vote, next, [await mine()]))).toBe('votes.sheet_entry_begun')
    expect(told(await photograph(app, vote, codes[3] ?? '', [await mine()]))).toBe(
      'votes.sheet_not_returned',
    )
    await enter(app, vote, next, 'committee')
    expect(told(await lookAt(app, vote, serialOfCode(next)))).toBe('votes.sheet_without_photo')
  })

  test.each([
    ['somebody else’s', 'photos.not_found', () => arrived(app, 'community')],
    ['of another community', 'photos.not_found', () => arrived(app, 'committee', 'yunxi')],
    ['not sealed', 'votes.sheet_photo_unready', () => send(app, 'committee', sample('jpeg'))],
    [
      'no picture',
      'photos.not_a_photo',
      () => send(app, 'committee', Buffer.from('no photo'), vote),
    ],
  ])('one that is %s: %s, and the sheet has none', async (_name, refusal, make) => {
    expect(told(await photograph(app, vote, code, [await make()]))).toBe(refusal)
    const client = await app.as('committee')
    const { line } = done(
      await client.send(votes.lookAtSheet, { community: COMMUNITY, vote, code }),
    )
    expect([line.photos, line.toPhotograph]).toEqual([undefined, true])
  })

  test('still on its way: said so, and stored once it is there', async () => {
    const client = await app.as('committee')
    const { body } = await client.send(votes.addSheetPhoto, { community: COMMUNITY, vote })
    expect(told(await photograph(app, vote, code, [body.photo]))).toBe('votes.sheet_photo_unready')
  })

  test('the same on two sheets, or twice on one: refused; the same request again is one', async () => {
    const photo = await arrived(app, 'committee')
    expect(told(await photograph(app, vote, code, [photo, photo]))).toBe('photos.repeated')
    for (let n = 0; n < 2; n += 1) {
      done(await photograph(app, vote, code, [photo], 'committee', `same-photo-${vote}`))
    }
    expect(told(await photograph(app, vote, await another(), [photo]))).toBe(
      'photos.used_elsewhere',
    )
  })

  const publishedResult = async () => {
    await reconciled(app, vote)
    await confirmed(app, vote)
    const committee = await app.as('committee')
    done(await committee.send(votes.publishResult, { community: COMMUNITY, vote }))
  }

  test('in its voter’s data export once the result is published, in nobody else’s', async () => {
    await confirmedAs(app, '1-1-102', 'k-fang', { fang: { from: LONG_AGO } })
    const photo = await send(app, 'committee', sample('png'), vote)
    done(await photograph(app, vote, code, [photo]))
    await enterTwice(app, vote, code)
    const exportOf = async (who: string) =>
      JSON.stringify(done(await (await app.as(who)).send(account.export, {})).parts)
    expect(await exportOf('fang')).toMatch(/"sheet":"2-1"(?!.*"photos":\[\{"url")/)
    await publishedResult()
    const [picture] = done(await lookAt(app, vote, '2-1')).photos
    const shown = JSON.stringify([picture]).slice(1, -1)
    expect(await exportOf('fang')).toContain(shown)
    for (const who of ['committee', 'lodger', 'zhang']) {
      expect(await exportOf(who)).not.toContain(picture?.sha256)
    }
  })

  test('goes with the ballots, five years after the result', async () => {
    const photo = await arrived(app, 'committee')
    done(await photograph(app, vote, code, [photo]))
    await enterTwice(app, vote, code)
    await publishedResult()
    const kept = async () => photosIn(app.ports.table, COMMUNITY).find(photo)
    app.clock.advance(3 * DAY)
    await app.sweep()
    expect(await kept()).toBeDefined()
    app.clock.advance(5 * 366 * DAY)
    for (let n = 0; n < 4; n += 1) await app.sweep()
    expect(await kept()).toBeUndefined()
    expect(told(await lookAt(app, vote, '2-1'))).toBe('votes.records_gone')
  })
})

import { complaints } from '#shared/complaints/contract.ts'
import { emergencies } from '#shared/emergencies/contract.ts'
import { fees } from '#shared/fees/contract.ts'
import { notices } from '#shared/notices/contract.ts'
import { photos } from '#shared/photos/contract.ts'
import { voices } from '#shared/photos/voice-contract.ts'
import { addBill, addQuarter } from '../../fees/fees.fixture.ts'
import { LIFT } from '../../complaints/complaints.fixture.ts'
import { openPeopleApp, type PeopleApp } from '../../people/people.fixture.ts'
import { addOwner, importUnits, UNITS } from '../../votes/vote-people.fixture.ts'
import { headsOf, opened } from '../../votes/votes.fixture.ts'
import { openFileBlobs } from '../blobs/blobs.fixture.ts'
import type { openTestAppOn } from '../test-app.fixture.ts'
import type { Objects } from './walk-requests.fixture.ts'

/** An app in which two households have something of everything. */
export interface WalkWorld {
  readonly app: PeopleApp
  /** Of `fang`, who owns 1-1-102 in `jinxiu`. */
  readonly own: Objects
  /** Of `zhang`, who owns 1-1-101 there and 2-1-201. */
  readonly others: Objects
  close(): Promise<void>
}

type Open = Parameters<typeof openTestAppOn>[0]
const COMMUNITY = 'jinxiu'

export async function openWalkWorld(open: Open): Promise<WalkWorld> {
  const blobs = await openFileBlobs(() => app.clock.now)
  const app = await openPeopleApp(open, { blobs: blobs.blobs })
  await addOwner(app.ports, 'fang', [['1-1-102', 'owner', 'k-fang']])
  await addOwner(app.ports, 'zhang', [
    ['1-1-101', 'owner', 'k-zhang'],
    ['2-1-201', 'owner', 'k-zhang'],
  ])
  await importUnits(app, UNITS)
  const vote = await opened(app)
  const notice = await noticed(app)
  await addQuarter(app.ports.table, COMMUNITY)
  const own = await belongings(app, 'fang', '1-1-102', vote)
  const others = await belongings(app, 'zhang', '1-1-101', vote)
  return {
    app,
    own: { ...own, vote, notice },
    others: { ...others, vote, notice },
    async close() {
      await app.close()
      await blobs.stop()
    },
  }
}

async function belongings(
  app: PeopleApp,
  person: string,
  unit: string,
  vote: string,
): Promise<Objects> {
  const client = await app.as(person)
  const filed = await client.send(complaints.file, { ...LIFT, community: COMMUNITY })
  await app.sweep()
  const photo = await client.send(photos.add, { community: COMMUNITY })
  const voice = await client.send(voices.add, { community: COMMUNITY })
  await addBill(app.ports.table, COMMUNITY, unit)
  const bills = await client.send(fees.mine, { community: COMMUNITY })
  const reported = await client.send(emergencies.report, {
    ...{ community: COMMUNITY, kind: 'pipe', place: '1幢' },
  })
  const [head] = await headsOf(app, person, vote)
  return {
    number: filed.body.number,
    photo: photo.body.photo,
    voice: voice.body.voice,
    emergency: reported.body.emergency,
    bill: bills.body.items[0]?.bill,
    head: head?.head,
    unit,
  }
}

async function noticed(app: PeopleApp): Promise<string> {
  const property = await app.as('property')
  const { body } = await property.send(notices.publish, {
    community: COMMUNITY,
    title: '停水通知',
    text: '周二上午停水三小时，请提前储水。',
    category: 'property',
  })
  return body.notice
}

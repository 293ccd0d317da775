import { createHash } from 'node:crypto'
import { photos } from '#shared/photos/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { photoArrivals } from '../../photos/arrival.ts'
import { keptKey } from '../../photos/places.ts'
import { photosIn } from '../../photos/repository.ts'
import { openFileBlobs, upload } from '../../platform/blobs/blobs.fixture.ts'
import type { Ports } from '../../platform/ports.ts'
import type { TestApp } from '../../platform/test-app.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'

/** The app with photos on a real disk. */
export async function openPhotoApp(open: Parameters<typeof openVoteApp>[0]): Promise<VoteApp> {
  const held: { app?: VoteApp } = {}
  const files = await openFileBlobs(
    () => held.app?.clock.now ?? new Date(0),
    (key) => photoArrivals((held.app as VoteApp).ports)(key),
  )
  const app = await openVoteApp(open, undefined, { blobs: files.blobs })
  held.app = app
  const closeApp = app.close
  const close = async () => {
    await closeApp()
    await files.stop()
  }
  return Object.assign(app, { close })
}

/** Sends a picture as a phone does; its id. Sealed, where it says for which vote. */
export async function send(
  app: TestApp,
  who: string,
  bytes: Uint8Array,
  vote?: string,
): Promise<string> {
  const client = await app.as(who)
  const { body } =
    vote === undefined
      ? await client.send(photos.add, { community: COMMUNITY })
      : await client.send(votes.addSheetPhoto, { community: COMMUNITY, vote })
  await upload(body.form, bytes)
  return body.photo
}

/** One that has arrived, where there is no disk. */
export async function arrived(
  { ports, clock }: { readonly ports: Ports; readonly clock: { readonly now: Date } },
  person: string,
  community = COMMUNITY,
): Promise<string> {
  const id = ports.newId()
  const sha256 = createHash('sha256').update(id).digest('base64url')
  await photosIn(ports.table, community).add({
    ...{ id, community, person, state: 'passed', asked: 0, sealed: true, kind: 'jpeg' },
    ...{ blob: keptKey({ community, id }, sha256), addedAt: clock.now.toISOString() },
    madeBy: { id, request: id },
  })
  return id
}

export const photograph = async (
  app: TestApp,
  vote: string,
  code: string,
  ids: readonly string[],
  who = 'committee',
  key?: string,
) =>
  (await app.as(who)).send(
    votes.photographSheet,
    { community: COMMUNITY, vote, code, photos: [...ids] },
    key === undefined ? {} : { key },
  )

export const lookAt = async (app: TestApp, vote: string, serial: string, who = 'community') =>
  (await app.as(who)).send(votes.sheetPhotos, { community: COMMUNITY, vote, serial })

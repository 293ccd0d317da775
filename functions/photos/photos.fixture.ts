import { photos } from '#shared/photos/contract.ts'
import { voices, type Voice } from '#shared/photos/voice-contract.ts'
import type { Photo } from '#shared/photos/contract.ts'
import { openFileBlobs, upload } from '../platform/blobs/blobs.fixture.ts'
import type { FileBlobs } from '../platform/blobs/file-blobs.ts'
import type { OpenTable } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { addPerson } from '../platform/test-cast.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { answerPush } from '../platform/weixin/push-endpoint.ts'
import type { WeixinStandIn } from '../platform/weixin/stand-in/stand-in.ts'
import { agenda, APP, standIn } from '../platform/weixin/weixin.fixture.ts'
import { weixinHttp } from '../platform/weixin/weixin-http.ts'
import { photoArrivals } from './arrival.ts'
import { photoVerdicts } from './verdicts.ts'

/** Their WeChat account's id has the form of a real one, which the stand-in insists on. */
export const UPLOADER = 'uploader-of-the-photo'
const COMMUNITY = 'jinxiu'
const PUSH = { url: 'http://app/weixin/push', token: 'T', encodingAesKey: 'K'.repeat(43) }

export interface PhotoWorld {
  readonly app: TestApp
  readonly blobs: FileBlobs
  readonly twin: WeixinStandIn
  readonly uploader: Client
  /** Adds a photo and sends these bytes as a phone would; its id, and how the upload was answered. */
  add(bytes: Uint8Array): Promise<{ id: string; status: number }>
  /** The same of a voice note; by this client, the uploader unless said otherwise. */
  speak(bytes: Uint8Array, by?: Client): Promise<{ id: string; status: number }>
  /** As this person hears of it now. @throws Error by its code */
  hear(id: string, person?: string): Promise<Voice>
  /** As this person sees it now; the uploader unless said otherwise. @throws Error by its code */
  see(id: string, person?: string): Promise<Photo>
  /** Does what is due, and lets the stand-in say what it has to say. */
  settle(): Promise<void>
  /** Lets so many minutes pass, then does what is due. */
  pass(minutes: number): Promise<void>
  close(): Promise<void>
}

type Open = (options: { readonly now: () => Date }) => Promise<OpenTable>

/** The API with photos on a real disk, the real adapter for WeChat, and the stand-in behind it. */
export async function openPhotoWorld(open: Open): Promise<PhotoWorld> {
  const later = agenda()
  // The clock is the app's, which is made last.
  const now = (): Date => app.clock.now
  const files = await openFileBlobs(
    () => now(),
    (key) => photoArrivals(app.ports)(key),
  )
  const received = (url: string, init: RequestInit): Promise<Response> =>
    answerPush(new Request(url, init), {
      settings: { appid: APP.appid, ...PUSH },
      now: () => now(),
      received: photoVerdicts(app.ports),
      refused: (code) => {
        throw new Error(code)
      },
    })
  let twin: WeixinStandIn | undefined
  const outside = { random: () => 0.5, wait: () => Promise.resolve() }
  const weixin = weixinHttp(APP, {
    ...outside,
    now: () => now(),
    fetch: (url, init) => {
      twin ??= standIn(
        { now: () => now(), pass: () => undefined },
        { push: PUSH, assumeVisits: true },
        { later: later.later, download: fetch, push: received },
      )
      return twin.fetch(url, init)
    },
  })
  const app = await openTestAppOn(open, { blobs: files.blobs, weixin })
  await addPerson(app.ports, UPLOADER, { name: '赵六', roles: ['property'] })
  await weixin.codeToSession('wakes the stand-in').catch(() => undefined)
  if (!twin) throw new Error('the stand-in was not asked')

  const uploader = await app.as(UPLOADER)
  const settle = async (): Promise<void> => {
    await app.sweep()
    await later.run()
  }
  return {
    app,
    blobs: files.blobs,
    twin,
    uploader,
    async add(bytes) {
      const { body } = await uploader.send(photos.add, { community: COMMUNITY })
      const { status } = await upload(body.form, bytes)
      return { id: body.photo, status }
    },
    async speak(bytes, by) {
      const speaker = by ?? (await app.as(UPLOADER))
      const { body } = await speaker.send(voices.add, { community: COMMUNITY })
      const { status } = await upload(body.form, bytes)
      return { id: body.voice, status }
    },
    async hear(voice, person = UPLOADER) {
      const answer = await (await app.as(person)).send(voices.get, { community: COMMUNITY, voice })
      if (answer.status !== 200) throw new Error(answer.code)
      return answer.body
    },
    async see(photo, person = UPLOADER) {
      // A session lasts a day, a test may last a year.
      const answer = await (await app.as(person)).send(photos.get, { community: COMMUNITY, photo })
      if (answer.status !== 200) throw new Error(answer.code)
      return answer.body
    },
    settle,
    async pass(minutes) {
      app.clock.advance(minutes * 60_000)
      await settle()
    },
    async close() {
      await files.stop()
      await app.close()
    },
  }
}

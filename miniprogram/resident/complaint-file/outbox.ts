import type { Complaint } from '#shared/complaints/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { asApiError } from '#miniprogram/platform/api-error.ts'
import { cell } from '#miniprogram/platform/cell.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { now } from '#miniprogram/platform/clock.ts'
import { draftsOf, type Draft, type Drafts } from '#miniprogram/platform/drafts.ts'
import { dropFile } from '#miniprogram/platform/kept-files.ts'
import { isOnline, whenOnline } from '#miniprogram/platform/online.ts'
import { nextTime, staleIn, underWay } from '#miniprogram/platform/photo-queue.ts'
import { personNow } from '#miniprogram/platform/use-identity.ts'
import { photoRefusals } from '#shared/photos/refusals.ts'
import { filingOf, Form, type Filing } from './form.ts'
import { happened, lookAgain, photoLane, type PhotoLane } from './photo-lane.ts'
import { afterTrouble, asked, dueIn, hurried, leftBehindIn, stopped, trying } from './sending.ts'

/** What was sent since the app was opened, and has not been shown. */
export interface Filed {
  readonly draft: string
  readonly community: string
  readonly onBehalfOf: string | undefined
  readonly complaint: Complaint
  /** It had arrived before, as it was then: what was changed since is not in it. */
  readonly asBefore: boolean
}
export const filed = cell<readonly Filed[]>([])

/** The person goes to see it. */
export const shown = ({ draft }: Filed): void =>
  filed.write(filed.read().filter((one) => one.draft !== draft))

export const complaintDrafts = (person: string, community: string): Drafts<Form> =>
  draftsOf(person, `complaint:${community}`, Form)

export interface Outbox {
  /** Sends whatever can go now: photos first, then complaints that were asked to be sent. */
  readonly run: () => Promise<void>
  /** The same without waiting out a pause: somebody looks. */
  readonly hurry: () => void
  /** Sends one now, as far as its photos have come. */
  readonly file: (id: string) => Promise<void>
  /** Gives up a draft with its photos. */
  readonly discard: (id: string) => void
  /** Takes a photo off a draft, also one that is on its way. */
  readonly removePhoto: (id: string, key: string) => void
}

const outboxes = new Map<string, Outbox>()

/** Goes on while the app is open, whatever page is in front; once for each person and community. */
export function outboxOf(person: string, community: string): Outbox {
  const name = `${person} ${community}`
  const outbox = outboxes.get(name) ?? openOutbox(person, community)
  outboxes.set(name, outbox)
  return outbox
}

export function openOutbox(person: string, community: string): Outbox {
  const drafts = complaintDrafts(person, community)
  // Somebody else may have logged in meanwhile: in their name nothing of this person's is sent.
  const mayGo = (): boolean => isOnline() && personNow() === person
  const lane = photoLane(community, drafts, mayGo)
  const flying = new Map<string, Promise<void>>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const file = (id: string): Promise<void> => {
    const before = flying.get(id)
    if (before) return before
    const flight = fileDraft(community, drafts, id, lane.abandon).finally(() => {
      flying.delete(id)
      void run()
    })
    flying.set(id, flight)
    return flight
  }
  const fileDue = async (): Promise<void> => {
    for (const { id } of leftBehindIn(drafts.list(), now())) {
      drafts.change(id, (form) => stopped(form, LEFT_BEHIND))
    }
    if (mayGo()) await Promise.all(dueIn(drafts.list(), now()).map(({ id }) => file(id)))
  }
  const run = async (): Promise<void> => {
    // What waits for no photo does not wait for those of others.
    await fileDue()
    if (mayGo()) await lane.run()
    await fileDue()
    schedule()
  }
  const hurry = (): void => {
    for (const { id } of drafts.list()) {
      happened(drafts, id, { kind: 'network_returned' })
      drafts.change(id, hurried)
    }
    void run()
  }
  const schedule = (): void => {
    clearTimeout(timer)
    const time = nextIn(drafts.list())
    if (time === undefined || !mayGo()) return
    timer = setTimeout(() => void run(), Math.max(0, Date.parse(time) - now().getTime()))
  }
  whenOnline(hurry)
  wakeUp(drafts)
  return {
    run,
    hurry,
    file,
    discard: (id) => discard(drafts, id, lane.abandon),
    removePhoto(id, key) {
      const photo = drafts.find(id)?.content.photos.find((one) => one.key === key)
      happened(drafts, id, { kind: 'removed', key })
      lane.abandon(key)
      if (photo) dropFile(photo.path)
    },
  }
}

const LEFT_BEHIND = '有照片没有传上，所以还没有提交。去掉它或再传一次，然后再点提交。'

/** The app was closed while a photo was being sent; others lay here so long that the server has forgotten them. */
function wakeUp(drafts: Drafts<Form>): void {
  for (const { id, content } of drafts.list()) {
    happened(drafts, id, { kind: 'app_opened' })
    for (const { key } of staleIn(content.photos, now())) {
      happened(drafts, id, { kind: 'lapsed', key, anew: newKey() })
    }
  }
}

const nextIn = (drafts: readonly Draft<Form>[]): string | undefined =>
  drafts
    .flatMap(({ content }) => [nextTime(content.photos), content.sending?.nextAt])
    .filter((time) => time !== undefined)
    .sort()[0]

function discard(drafts: Drafts<Form>, id: string, abandon: PhotoLane['abandon']): void {
  const photos = drafts.find(id)?.content.photos ?? []
  drafts.remove(id)
  for (const { key, path } of photos) {
    abandon(key)
    if (path !== '') dropFile(path)
  }
}

async function fileDraft(
  community: string,
  drafts: Drafts<Form>,
  id: string,
  abandon: PhotoLane['abandon'],
): Promise<void> {
  const draft = drafts.find(id)
  const filing = draft && filingOf(draft.content)
  if (!draft || !filing) return void drafts.change(id, (form) => stopped(form))
  drafts.change(id, (form) => trying(form, filing))
  try {
    const sent = await sendOnce(community, draft, filing)
    discard(drafts, id, abandon)
    const { onBehalfOf } = filing
    filed.write([{ draft: id, community, onBehalfOf, ...sent }, ...filed.read()])
  } catch (err) {
    const trouble = asApiError(err)
    const isOfPhotos = trouble.code.startsWith('photos.')
    if (isOfPhotos) await lookAgain(community, drafts, draft, reasonWords)
    drafts.change(id, (form) =>
      // The server has thrown photos away meanwhile: they go anew, and then it does.
      isOfPhotos && underWay(form.photos).length > 0 && form.sending
        ? asked(form, false)
        : afterTrouble(form, trouble, now()),
    )
  }
}

const reasonWords = (reason: string): string =>
  (photoRefusals as Readonly<Record<string, { readonly detail: string }>>)[reason]?.detail ??
  '这张照片不能用，请换一张。'

/**
 * Under the draft's own key, so that it becomes one complaint. Where an earlier sending had arrived without our
 * hearing of it, and something was changed since, the server knows the key: what was sent then is asked for.
 */
async function sendOnce(
  community: string,
  { key, content }: Draft<Form>,
  filing: Filing,
): Promise<Pick<Filed, 'complaint' | 'asBefore'>> {
  const send = (one: Filing) => api.complaints.file({ community, ...one }, { key })
  try {
    return { complaint: await send(filing), asBefore: false }
  } catch (err) {
    if (asApiError(err).code !== 'request.idempotency_key_reused') throw err
    for (const before of content.tried) {
      const complaint = await send(before).catch(() => undefined)
      if (complaint) return { complaint, asBefore: true }
    }
    throw err
  }
}

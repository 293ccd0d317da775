import { useEffect, useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { useCell } from '#miniprogram/platform/cell.ts'
import { useDrafts, type Draft } from '#miniprogram/platform/drafts.ts'
import { keepFile } from '#miniprogram/platform/kept-files.ts'
import { isOnline } from '#miniprogram/platform/online.ts'
import { afterEvent, PHOTOS_AT_MOST, underWay } from '#miniprogram/platform/photo-queue.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { choosePhotos } from '#miniprogram/platform/upload.ts'
import { useAct, type Act } from '#miniprogram/platform/use-act.ts'
import { PAGES } from '#miniprogram/features/pages.ts'
import { EMPTY, type Form } from './form.ts'
import { complaintDrafts, filed, outboxOf, shown, type Filed, type Outbox } from './outbox.ts'
import { asked, stopped } from './sending.ts'

export interface Filing {
  readonly id: string
  readonly form: Form
  /** By the person: kept on the phone at once, and no longer sent by itself. */
  readonly change: (to: (old: Form) => Form) => void
  /** `false` where the phone has no room for it. */
  readonly isKept: boolean
  /** Since when it lies here, where it was begun earlier. */
  readonly since: string | undefined
  /** How many others lie here. */
  readonly others: number
  readonly photos: {
    readonly choosing: Act<[], void>
    readonly again: (key: string) => void
    readonly remove: (key: string) => void
  }
  readonly send: Act<[form: Form, without: boolean], void>
  /** It is not sent by itself any more. */
  readonly hold: () => void
  /** Another beside this one, which stays. */
  readonly another: () => void
  readonly discard: () => void
}

/** One complaint being written, in the community it is about. Every keystroke is kept until it was sent. */
export function useFiling(person: string, community: string): Filing {
  const drafts = complaintDrafts(person, community)
  const outbox = outboxOf(person, community)
  const all = useDrafts(drafts)
  const { draft: wanted = '', for: onBehalfOf, anew } = useRouter().params
  const empty: Form = onBehalfOf === undefined ? EMPTY : { ...EMPTY, onBehalfOf }
  const [{ begun, since }, setBegun] = useState(() => {
    const latest = anew === undefined ? latestFor(drafts.list(), onBehalfOf) : undefined
    const found = drafts.find(wanted) ?? latest
    return { begun: found ?? drafts.begin(empty), since: found?.savedAt }
  })
  const [isKept, setIsKept] = useState(true)
  const draft = all.find(({ id }) => id === begun.id) ?? begun
  const { id, content: form } = draft
  const save = (to: (old: Form) => Form): void => {
    const old = drafts.find(id) ?? draft
    setIsKept(drafts.save({ ...old, content: to(old.content) }) !== undefined)
  }
  const beginAnew = (): void => setBegun({ begun: drafts.begin(EMPTY), since: undefined })
  useEffect(() => outbox.hurry(), [outbox])
  useLeaving(id)
  return {
    ...{ id, form, isKept, since },
    others: all.filter((one) => one.id !== id).length,
    change: (to) => save((old) => stopped(to(old))),
    photos: usePhotoActs(id, form, outbox, save),
    send: useAct(async (ready: Form, without: boolean) => {
      save(() => asked(ready, without))
      const waits = !without && underWay(ready.photos).length > 0
      if (waits || !isOnline()) void outbox.run()
      else await outbox.file(id)
    }),
    hold: () => void drafts.change(id, (old) => stopped(old)),
    another: beginAnew,
    discard() {
      outbox.discard(id)
      beginAnew()
    },
  }
}

/** What was begun for oneself does not go on as somebody else's; what waits to be sent is written. */
const latestFor = (all: readonly Draft<Form>[], unit: string | undefined) =>
  all.find(
    ({ content }) =>
      content.sending === undefined && (unit === undefined || content.onBehalfOf === unit),
  )

function usePhotoActs(
  id: string,
  form: Form,
  outbox: Outbox,
  save: (to: (old: Form) => Form) => void,
): Filing['photos'] {
  const change = (event: Parameters<typeof afterEvent>[1]): void =>
    save((old) => stopped({ ...old, photos: [...afterEvent(old.photos, event)] }))
  const choosing = useAct(async () => {
    for (const { path } of await choosePhotos(PHOTOS_AT_MOST - form.photos.length)) {
      change({ kind: 'added', key: newKey(), path: await keepFile(path) })
    }
    void outbox.run()
  })
  return {
    choosing,
    again(key) {
      change({ kind: 'asked_again', key })
      void outbox.run()
    },
    remove: (key) => outbox.removePhoto(id, key),
  }
}

/** Sent, by a tap or once the network was back: the page gives way to what was filed. */
function useLeaving(id: string): void {
  const mine = useCell(filed).find(({ draft }) => draft === id)
  useEffect(() => {
    if (mine) void leave(mine)
  }, [mine])
}

async function leave(mine: Filed): Promise<void> {
  shown(mine)
  const { complaint, asBefore, onBehalfOf, community } = mine
  if (asBefore) {
    await Taro.showModal({
      title: '这件已经收到过',
      content: '上次其实已经收到，只是回音没有传到。您后来改的内容没有带上，可以在投诉里补充。',
      showCancel: false,
    })
  }
  const where = onBehalfOf === undefined ? '' : `&community=${community}`
  await Taro.redirectTo({ url: `${PAGES.complaint}?number=${complaint.number}&filed=1${where}` })
}

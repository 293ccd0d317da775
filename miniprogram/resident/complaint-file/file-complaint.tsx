import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import type { Home } from '#shared/kernel/home.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { draftsOf, type Draft } from '#miniprogram/platform/drafts.ts'
import { useAct, type Act } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { NoFreeSpace, Unfinished } from '#miniprogram/features/draft-bars.tsx'
import { AskNote } from '#miniprogram/features/messages/ask-note.tsx'
import { useAskToTell } from '#miniprogram/features/messages/use-ask-to-tell.ts'
import { PAGES } from '#miniprogram/features/pages.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { ComplaintFields } from './complaint-fields.tsx'
import { ForWhom, helpedIn, type Helped } from './for-whom.tsx'
import { EMPTY, filingOf, Form, missingIn } from './form.ts'

interface FileComplaintProps {
  readonly person: string
  readonly community: string
  /** Of the person filing; none of somebody who only helps there. */
  readonly homes: readonly Home[]
}

export function FileComplaint({ person, community, homes }: FileComplaintProps) {
  const { form, change, left, isKept, send, startAnew } = useFiling(person, community)
  const place = useQuery(`community ${community}`, () => api.communities.get({ community }))
  const helped = useHelped(person, community)
  const own = homes.length > 0
  return (
    <>
      {left && <Unfinished savedAt={left.savedAt} />}
      {!isKept && <NoFreeSpace />}
      <ForWhom
        own={own}
        helped={helped}
        value={form.onBehalfOf}
        onChange={(onBehalfOf) => change((old) => ({ ...old, onBehalfOf, where: undefined }))}
      />
      <ComplaintFields
        community={community}
        homes={form.onBehalfOf === undefined ? homes : [{ unit: form.onBehalfOf }]}
        buildings={place.data?.buildings ?? []}
        form={form}
        change={change}
      />
      {left && (
        <Removal
          id="restart"
          act="放弃没有写完的投诉"
          loses="这部手机上写了、还没有提交的内容会丢掉，找不回来。"
          keep="接着写"
          onRemove={startAnew}
        />
      )}
      {send.trouble && (
        <NoticeBar tone="red">{`${send.trouble.detail}您填写的内容还在，可以再点提交。`}</NoticeBar>
      )}
      <Submit send={send} off={missingWho(own, form) ?? missingIn(form)} />
    </>
  )
}

interface SubmitProps {
  readonly send: Act<[], void>
  readonly off: string | undefined
}

/** By the tap itself WeChat is asked whether it may tell of what follows: once something was waited for, it asks nobody. */
function Submit({ send, off }: SubmitProps) {
  const telling = useAskToTell(['complaint_progress', 'complaint_moved', 'complaint_result'])
  const submit = () => {
    void telling.ask()
    return send.run()
  }
  return (
    <>
      <AskNote note={telling.note} />
      <Action>
        <Button id="file" busy={send.busy} busyWord="正在提交…" off={off} onPress={submit}>
          提交投诉
        </Button>
      </Action>
    </>
  )
}

/** Every keystroke is kept on the phone until it was sent. What was left unfinished goes on, also after a reload. */
function useFiling(person: string, community: string) {
  const drafts = draftsOf(person, `complaint:${community}`, Form)
  const { draft: asked = '', for: wanted } = useRouter().params
  const [left, setLeft] = useState(() => drafts.find(asked) ?? latestFor(drafts.list(), wanted))
  const empty: Form = wanted === undefined ? EMPTY : { ...EMPTY, onBehalfOf: wanted }
  const { draft, change, restart, isKept } = useDraft(drafts, () => left ?? drafts.begin(empty))
  const form = draft.content
  const send = useAct(async () => {
    const filing = filingOf(form)
    if (!filing) return
    const { number } = await api.complaints.file({ community, ...filing }, { key: draft.key })
    drafts.remove(draft.id)
    await Taro.redirectTo({ url: `${PAGES.complaint}?${filedQuery(number, form, community)}` })
  })
  const startAnew = (): void => {
    setLeft(undefined)
    restart(empty)
  }
  return { form, change, left, isKept, send, startAnew }
}

/** What was begun for oneself does not go on as somebody else's. */
const latestFor = (all: readonly Draft<Form>[], unit: string | undefined) =>
  unit === undefined ? all[0] : all.find(({ content }) => content.onBehalfOf === unit)

/** `undefined` until it is known. */
function useHelped(person: string, community: string): readonly Helped[] | undefined {
  const now = useNow()
  const mine = useQuery(`bindings ${person}`, () => bindingsApi.mine({}))
  return mine.data && helpedIn(mine.data.items, community, now)
}

const missingWho = (own: boolean, { onBehalfOf }: Form): string | undefined =>
  own || onBehalfOf !== undefined ? undefined : '请选择替谁提交'

const filedQuery = (number: string, { onBehalfOf }: Form, community: string): string =>
  `number=${number}&filed=1${onBehalfOf === undefined ? '' : `&community=${community}`}`

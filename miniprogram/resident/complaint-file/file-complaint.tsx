import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { api } from '#miniprogram/platform/api.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
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
import { EMPTY, filingOf, Form, missingIn } from './form.ts'

/** Every keystroke is kept on the phone until it was sent. What was left unfinished goes on, also after a reload. */
export function FileComplaint({ person, community, membership }: Identity) {
  const drafts = draftsOf(person, `complaint:${community}`, Form)
  const { draft: asked = '' } = useRouter().params
  const [left, setLeft] = useState(() => drafts.find(asked) ?? drafts.list()[0])
  const { draft, change, restart, isKept } = useDraft(drafts, () => left ?? drafts.begin(EMPTY))
  const place = useQuery(`community ${community}`, () => api.communities.get({ community }))
  const form = draft.content
  const send = useAct(async () => {
    const filing = filingOf(form)
    if (!filing) return
    const { number } = await api.complaints.file({ community, ...filing }, { key: draft.key })
    drafts.remove(draft.id)
    await Taro.redirectTo({ url: `${PAGES.complaint}?number=${number}&filed=1` })
  })
  const startAnew = (): void => {
    setLeft(undefined)
    restart(EMPTY)
  }

  return (
    <>
      {left && <Unfinished savedAt={left.savedAt} />}
      {!isKept && <NoFreeSpace />}
      <ComplaintFields
        community={community}
        homes={membership.homes}
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
      <Submit send={send} off={missingIn(form)} />
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

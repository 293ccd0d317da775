import { useState } from 'react'
import type { Complaint } from '#shared/complaints/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import { api } from '#miniprogram/platform/api.ts'
import { draftsOf, type Draft } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { PhotoPicker } from '#miniprogram/features/photos/photo-picker.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { lengthOf, TextArea } from '#miniprogram/platform/ui/text-area.tsx'

interface HandleProps {
  readonly community: string
  readonly person: string
  readonly complaint: Complaint
  readonly onDone: (complaint: Complaint) => void
  /** Somebody else acted first: what is shown is old. */
  readonly onLost: () => Promise<void>
}

const Reply = z.object({ text: z.string(), photos: z.array(z.string()) })
type Reply = z.infer<typeof Reply>
const NOTHING: Reply = { text: '', photos: [] }

const LEAST = 2
const MOST = 2_000

/** The property's turn: take it on, answer, say that it is done. What is typed is kept until it was sent. */
export function Handle(props: HandleProps) {
  const { acts } = props.complaint
  if (acts.includes('release')) return <Release {...props} />
  if (acts.includes('accept')) return <Accept {...props} />
  return acts.includes('reply') || acts.includes('resolve') ? <Answer {...props} /> : null
}

/** The community office has read what the content check left to a person. */
function Release({ community, complaint: { number }, onDone, onLost }: HandleProps) {
  const [key] = useState(newKey)
  const release = useAct(async () =>
    onDone(await api.complaints.release({ community, number }, { key })),
  )
  return (
    <Card title="请看一下内容">
      <NoticeBar tone="blue">
        内容检查拿不准，物业现在还看不到。看过没有问题，点下面的按钮，物业就能看到并办理。
      </NoticeBar>
      {release.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onLost }}>
          {release.trouble.detail}
        </NoticeBar>
      )}
      <Button id="release" busy={release.busy} onPress={() => release.run()}>
        没有问题，交给物业
      </Button>
    </Card>
  )
}

function Accept({ community, complaint: { number }, onDone, onLost }: HandleProps) {
  const [key] = useState(newKey)
  const accept = useAct(async () =>
    onDone(await api.complaints.accept({ community, number }, { key })),
  )
  return (
    <Card title="要做的事">
      {accept.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onLost }}>
          {accept.trouble.detail}
        </NoticeBar>
      )}
      <Button id="accept" busy={accept.busy} onPress={() => accept.run()}>
        受理
      </Button>
    </Card>
  )
}

function Answer({ community, person, complaint, onDone, onLost }: HandleProps) {
  const { number, acts, lastSeq } = complaint
  const drafts = draftsOf(person, `reply:${number}`, Reply)
  const [draft, setDraft] = useState<Draft<Reply>>(() => drafts.list()[0] ?? drafts.begin(NOTHING))
  const { text, photos } = draft.content
  const change = (to: (old: Reply) => Partial<Reply>): void =>
    setDraft((old) => {
      const next = { ...old, content: { ...old.content, ...to(old.content) } }
      return drafts.save(next) ?? next
    })
  const send = useAct(async (act: 'reply' | 'resolve') => {
    const done = await api.complaints[act](
      { community, number, text, photos, ...(lastSeq !== undefined && { seen: lastSeq }) },
      { key: draft.key },
    )
    drafts.remove(draft.id)
    setDraft(drafts.begin(NOTHING))
    onDone(done)
  })
  const off = lengthOf(text) < LEAST ? '请先写要告诉居民的话' : undefined
  return (
    <Card title="回复居民">
      <Field label="告诉居民" hint="谁、什么时候、做什么">
        <TextArea
          id="reply-text"
          label="告诉居民"
          value={text}
          most={MOST}
          placeholder="例如：王师傅今天下午 3 点上门检查"
          onChange={(value) => change(() => ({ text: value }))}
        />
      </Field>
      <PhotoPicker
        community={community}
        photos={photos}
        onAdd={(photo) => change((old) => ({ photos: [...old.photos, photo] }))}
        onRemove={(photo) => change((old) => ({ photos: old.photos.filter((p) => p !== photo) }))}
      />
      {send.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onLost }}>
          {`${send.trouble.detail}写的内容还在。`}
        </NoticeBar>
      )}
      <Button id="reply" kind="plain" busy={send.busy} off={off} onPress={() => send.run('reply')}>
        只回复
      </Button>
      {acts.includes('resolve') && (
        <Button id="resolve" busy={send.busy} off={off} onPress={() => send.run('resolve')}>
          回复并办完
        </Button>
      )}
    </Card>
  )
}

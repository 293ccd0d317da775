import { useState } from 'react'
import Taro from '@tarojs/taro'
import * as z from '#shared/kernel/zod.ts'
import type { Notice } from '#shared/notices/contract.ts'
import { noticeRefusals } from '#shared/notices/refusals.ts'
import { api } from '#miniprogram/platform/api.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { NoFreeSpace, Unfinished } from '../draft-bars.tsx'
import { PAGES } from '../pages.ts'
import { useDraft } from '../use-draft.ts'
import { missingInWording } from './publication.ts'
import { SendTrouble } from './send-trouble.tsx'
import { WordingFields } from './wording-fields.tsx'

/** `edition` is the one that was read when the correction was begun. */
const Form = z.object({ title: z.string(), text: z.string(), edition: z.int() })
type Form = z.infer<typeof Form>

interface CorrectFormProps {
  readonly identity: Identity
  readonly notice: Notice
}

/** A new wording beside the old one, which stays readable. */
export function CorrectForm({ identity, notice }: CorrectFormProps) {
  const { person, community } = identity
  const drafts = draftsOf(person, `correction:${notice.notice}`, Form)
  const start = startOf(notice)
  const [left, setLeft] = useState(() => drafts.list()[0])
  const { draft, change, restart, isKept } = useDraft(drafts, () => left ?? drafts.begin(start))
  const { title, text, edition } = draft.content
  const correcting = useAct(async () => {
    const sent = { community, notice: notice.notice, title, text }
    await api.notices.correct(sent, { key: draft.key })
    drafts.remove(draft.id)
    await Taro.redirectTo({ url: `${PAGES.notice}?notice=${notice.notice}` })
  })
  return (
    <>
      <NoticeBar tone="amber">
        更正会成为新的一版，原来的一版还在下面，大家都看得到。公布后不能再改。
      </NoticeBar>
      {edition < notice.edition && (
        <NoticeBar
          tone="red"
          act={{
            word: '用新版',
            onPress: () => {
              setLeft(undefined)
              restart(start)
            },
          }}
        >
          您开始写以后，这条公告又更正过一次。请先看最新的一版。
        </NoticeBar>
      )}
      {left && <Unfinished savedAt={left.savedAt} />}
      {!isKept && <NoFreeSpace />}
      <Card>
        <WordingFields
          wording={draft.content}
          onChange={(to) => change((old) => ({ ...old, ...to }))}
        />
      </Card>
      <SendTrouble trouble={correcting.trouble} />
      <Action>
        <Button
          id="correct"
          busy={correcting.busy}
          busyWord="正在公布…"
          off={missingIn(draft.content, start)}
          onPress={() => correcting.run()}
        >
          公布更正
        </Button>
      </Action>
    </>
  )
}

const startOf = ({ editions, edition }: Notice): Form => {
  const [latest] = editions
  return { title: latest?.title ?? '', text: latest?.text ?? '', edition }
}

function missingIn({ title, text }: Form, start: Form): string | undefined {
  const isSame = title.trim() === start.title && text.trim() === start.text
  return isSame ? noticeRefusals['notices.unchanged'].detail : missingInWording({ title, text })
}

import * as z from '#shared/kernel/zod.ts'
import { api } from '#miniprogram/platform/api.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { lengthOf, TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import type { Step } from './step.ts'

const LEAST = 5
const MOST = 500

/** Ends a vote for good, with a reason that everybody reads who saw the vote. */
export function CancelVote({ community, person, vote, onDone, reload, onBack }: Step) {
  const drafts = draftsOf(person, `cancel:${vote.vote}`, z.string())
  const { draft, change } = useDraft(drafts, () => drafts.list()[0] ?? drafts.begin(''))
  const reason = draft.content
  const cancel = useAct(async () => {
    const done = await api.votes.cancel({ community, vote: vote.vote, reason }, { key: draft.key })
    drafts.remove(draft.id)
    onDone(done)
  })
  return (
    <>
      <NoticeBar tone="red">取消后不能恢复。已经投的票作废，不计票。</NoticeBar>
      <Card title={`取消“${vote.title}”`}>
        <Field label="为什么取消" hint="看得到这次表决的人都会看到这个原因">
          <TextArea
            id="reason"
            label="为什么取消"
            value={reason}
            most={MOST}
            onChange={(text) => change(() => text)}
          />
        </Field>
      </Card>
      {cancel.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {`${cancel.trouble.detail}写的原因还在。`}
        </NoticeBar>
      )}
      <Button kind="quiet" id="back" onPress={onBack}>
        不取消，返回
      </Button>
      <Action>
        <Button
          kind="danger"
          id="cancel-sure"
          busy={cancel.busy}
          busyWord="正在取消…"
          off={offBecause(lengthOf(reason))}
          onPress={() => cancel.run()}
        >
          取消表决
        </Button>
      </Action>
    </>
  )
}

function offBecause(length: number): string | undefined {
  if (length < LEAST) return `请写明原因，至少 ${LEAST} 个字`
  return length > MOST ? `原因多了 ${length - MOST} 个字，请删减` : undefined
}

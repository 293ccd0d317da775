import { lengthOf } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { ruleNote } from '#miniprogram/features/votes/petition-words.ts'
import { usePetitionRule } from '#miniprogram/features/votes/use-petition-rule.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface StartFormProps {
  readonly community: string
  readonly person: string
  readonly onStarted: (petition: string) => void
}

const Written = z.object({ title: z.string(), text: z.string(), reason: z.string() })
type Written = z.infer<typeof Written>
const NOTHING: Written = { title: '', text: '', reason: '' }
const MOST = { title: 60, text: 2_000, reason: 1_000 }

/** What the assembly is to be asked, and why. It is kept on the phone until it was sent. */
export function StartForm({ community, person, onStarted }: StartFormProps) {
  const drafts = draftsOf(person, `petition:${community}`, Written)
  const { draft, change, restart } = useDraft(
    drafts,
    () => drafts.list()[0] ?? drafts.begin(NOTHING),
  )
  const { title, text, reason } = draft.content
  const write = (name: keyof Written) => (typed: string) =>
    change((old) => ({ ...old, [name]: typed }))
  const rule = usePetitionRule(community)
  const start = useAct(async () => {
    const sent = { community, title: title.trim(), text, reason }
    const { petition } = await deskApi.startPetition(sent, { key: draft.key })
    restart(NOTHING)
    onStarted(petition)
  })
  return (
    <Card title="发起联名">
      <Field label="标题" hint="例如：要求召开业主大会临时会议">
        <TextLine id="title" label="标题" value={title} onChange={write('title')} />
      </Field>
      <Field label="要业主大会讨论什么" hint="例如：是否续聘现在的物业公司">
        <TextArea
          id="text"
          label="要业主大会讨论什么"
          value={text}
          most={MOST.text}
          onChange={write('text')}
        />
      </Field>
      <Field label="为什么现在要开会">
        <TextArea
          id="reason"
          label="为什么现在要开会"
          value={reason}
          most={MOST.reason}
          onChange={write('reason')}
        />
      </Field>
      {start.trouble && <NoticeBar tone="red">{`${start.trouble.detail}写的内容还在。`}</NoticeBar>}
      <Button
        id="start-sure"
        busy={start.busy}
        busyWord="正在提交…"
        off={offBecause(draft.content)}
        onPress={() => start.run()}
      >
        发起，并以我的房屋联名
      </Button>
      <NoticeBar tone="blue">
        {`${rule.data ? ruleNote(rule.data) : ''}标题和内容本小区的业主、业委会、社区和街道都能看到，请不要写别人的姓名和电话。`}
      </NoticeBar>
    </Card>
  )
}

function offBecause({ title, text, reason }: Written): string | undefined {
  if (title.trim().length < 2) return '请写标题'
  if (title.trim().length > MOST.title) return `标题最多 ${MOST.title} 个字`
  if (lengthOf(text) < 5) return '请写清要讨论什么，至少 5 个字'
  if (lengthOf(reason) < 5) return '请写清理由，至少 5 个字'
  return lengthOf(text) > MOST.text || lengthOf(reason) > MOST.reason
    ? '写得太长，请删减'
    : undefined
}

import { lengthOf } from '#shared/kernel/text.ts'
import { addDays, dayOf, formatDay } from '#shared/kernel/calendar.ts'
import type { Home } from '#shared/kernel/home.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Vote } from '#shared/votes/contract.ts'
import type { ObjectionAbout } from '#shared/votes/objections.ts'
import { ABOUT_NAMES } from '#miniprogram/features/votes/objections-of.ts'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'

interface ObjectFormProps {
  readonly community: string
  readonly person: string
  readonly vote: Vote
  readonly about: ObjectionAbout
  readonly homes: readonly Home[]
  readonly onDone: () => Promise<void>
}

const Written = z.object({ text: z.string(), unit: z.string().optional() })
const LEAST = 5
const MOST = 300

const HINTS: Readonly<Record<ObjectionAbout, string>> = {
  roll: '例如：我家是 89.57 ㎡，名册上少写了 10 ㎡；或谁不该在名册上',
  result: '例如：我交了纸质表决票，但没有算进去',
}

/** What is wrong, in the owner's words. It is kept on the phone until it was sent. */
export function ObjectForm({ community, person, vote, about, homes, onDone }: ObjectFormProps) {
  const now = useNow()
  const drafts = draftsOf(person, `object:${about}:${vote.vote}`, Written)
  const { draft, change, restart } = useDraft(
    drafts,
    () => drafts.list()[0] ?? drafts.begin({ text: '' }),
  )
  const { text, unit } = draft.content
  const object = useAct(async () => {
    const sent = { community, vote: vote.vote, about, text, ...(unit !== undefined && { unit }) }
    await deskApi.object(sent, { key: draft.key })
    restart({ text: '' })
    await onDone()
  })
  const until = about === 'roll' ? vote.published?.until : vote.resultUntil
  const lastDay = until && formatDay(addDays(dayOf(new Date(until)), -1), now)
  return (
    <Card title={`对${ABOUT_NAMES[about]}提异议`}>
      <Field label="哪里不对" hint={HINTS[about]}>
        <TextArea
          id="objection"
          label="哪里不对"
          value={text}
          most={MOST}
          onChange={(typed) => change((old) => ({ ...old, text: typed }))}
        />
      </Field>
      {homes.length > 1 && (
        <Field label="关于哪套房">
          <ChoiceRow
            label="关于哪套房"
            options={homes.map((home) => ({ value: home.unit, label: home.unit }))}
            value={unit}
            onChange={(chosen) => change((old) => ({ ...old, unit: chosen }))}
          />
        </Field>
      )}
      {object.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onDone }}>
          {`${object.trouble.detail}写的内容还在。`}
        </NoticeBar>
      )}
      <Button
        id="object-sure"
        busy={object.busy}
        busyWord="正在提交…"
        off={offBecause(lengthOf(text))}
        onPress={() => object.run()}
      >
        提交异议
      </Button>
      <NoticeBar tone="blue">
        {`可以提到 ${lastDay ?? ''}。您的姓名只有负责答复的人看得到，异议和答复大家都能看到。`}
      </NoticeBar>
    </Card>
  )
}

function offBecause(length: number): string | undefined {
  if (length < LEAST) return `请写清哪里不对，至少 ${LEAST} 个字`
  return length > MOST ? `多了 ${length - MOST} 个字，请删减` : undefined
}

import type { ReactNode } from 'react'
import { lengthOf } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import type { Step } from './step.ts'

interface WordedStepProps extends Step {
  readonly id: string
  /** By name: `取消表决`. */
  readonly word: string
  readonly destroys?: boolean
  readonly keep: string
  readonly field: { readonly id: string; readonly label: string; readonly hint: string }
  readonly most: number
  readonly send: (text: string, key: string) => Promise<Vote>
  readonly children?: ReactNode
}

const LEAST = 5

/** A step that takes some words, kept on the phone until it is done. */
export function WordedStep({ person, vote, onDone, reload, onBack, ...step }: WordedStepProps) {
  const drafts = draftsOf(person, `${step.id}:${vote.vote}`, z.string())
  const { draft, change } = useDraft(drafts, () => drafts.list()[0] ?? drafts.begin(''))
  const doing = useAct(async () => {
    const done = await step.send(draft.content, draft.key)
    drafts.remove(draft.id)
    onDone(done)
  })
  const { id, label, hint } = step.field
  return (
    <>
      {step.children}
      <Card title={`${step.word}：${vote.title}`}>
        <Field label={label} hint={hint}>
          <TextArea
            id={id}
            label={label}
            value={draft.content}
            most={step.most}
            onChange={(text) => change(() => text)}
          />
        </Field>
      </Card>
      {doing.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {`${doing.trouble.detail}写的内容还在。`}
        </NoticeBar>
      )}
      <Button kind="quiet" id="back" onPress={onBack}>
        {step.keep}
      </Button>
      <Action>
        <Button
          kind={step.destroys ? 'danger' : 'primary'}
          id={`${step.id}-sure`}
          busy={doing.busy}
          busyWord={`正在${step.word}…`}
          off={offBecause(label, lengthOf(draft.content), step.most)}
          onPress={() => doing.run()}
        >
          {step.word}
        </Button>
      </Action>
    </>
  )
}

function offBecause(label: string, length: number, most: number): string | undefined {
  if (length < LEAST) return `请写明${label}，至少 ${LEAST} 个字`
  return length > most ? `多了 ${length - most} 个字，请删减` : undefined
}

import { useState } from 'react'
import type { Vote } from '#shared/votes/contract.ts'
import type { VoteAct } from '#shared/votes/rules/transitions.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { useWhy } from '#miniprogram/features/votes/why-law.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import type { Step } from './step.ts'

interface PlainStepProps extends Step {
  readonly id: string
  readonly act: VoteAct
  /** By name: `公示名册`. */
  readonly word: string
  /** What follows from it, in order. */
  readonly follows: readonly string[]
  readonly send: (key: string) => Promise<Vote>
}

/** A step that asks nothing: what follows from it is read, and only then is it done. */
export function PlainStep({ vote, onDone, reload, onBack, ...step }: PlainStepProps) {
  const [key] = useState(newKey)
  const doing = useAct(async () => onDone(await step.send(key)))
  const { ask, answer } = useWhy(step.act)
  return (
    <>
      <Card title={`${step.word}：${vote.title}`} aside={ask}>
        {step.follows.map((line, n) => (
          <Said key={line}>{`${n + 1}. ${line}`}</Said>
        ))}
        {answer !== undefined && <Said>{answer}</Said>}
      </Card>
      {doing.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {doing.trouble.detail}
        </NoticeBar>
      )}
      <Button kind="quiet" id="back" onPress={onBack}>
        {`先不${step.word}，返回`}
      </Button>
      <Action>
        <Button
          id={`${step.id}-sure`}
          busy={doing.busy}
          busyWord={`正在${step.word}…`}
          onPress={() => doing.run()}
        >
          {step.word}
        </Button>
      </Action>
    </>
  )
}

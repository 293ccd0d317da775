import { useState } from 'react'
import type { Act } from '#shared/emergencies/rules.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { DecisionForm } from './decision-form.tsx'
import type { OfEvent } from './of-event.ts'

/** On each button what it does, by name. */
const ACT_WORDS: Readonly<Record<Act, string>> = {
  confirm: '属实，确认',
  dismiss: '不属实',
  handle: '人已到场，开始处置',
  expect: '写预计恢复时间',
  restore: '已经恢复正常',
  review: '写复盘',
}

/** What comes next first; what ends it or puts it aside is never the first. */
export function Decide(props: OfEvent) {
  const [chosen, setChosen] = useState<Act>()
  const acts = props.event.acts.filter((act): act is Act => act !== 'tick')
  if (chosen !== undefined) {
    return <DecisionForm {...props} act={chosen} onClose={() => setChosen(undefined)} />
  }
  if (acts.length === 0) return null
  return (
    <Card title="下一步">
      {acts.map((act, n) => (
        <Button
          key={act}
          id={`choose-${act}`}
          kind={n === 0 && act !== 'dismiss' ? 'primary' : 'plain'}
          onPress={() => setChosen(act)}
        >
          {ACT_WORDS[act]}
        </Button>
      ))}
    </Card>
  )
}

import { useState } from 'react'
import type { Act } from '#shared/emergencies/rules.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { ACT_TITLES, begunAs, fieldsOf, missingIn, sendAct, type Said } from './decisions.ts'
import { DecisionFields } from './decision-fields.tsx'
import type { OfEvent } from './of-event.ts'

interface DecisionFormProps extends OfEvent {
  readonly act: Act
  readonly onClose: () => void
}

/** What was typed stays while somebody else changes the event: the refusal stands above it. */
export function DecisionForm(props: DecisionFormProps) {
  const { act, community, event, put, reload, onClose } = props
  const [key] = useState(newKey)
  const [said, setSaid] = useState<Said>(() => begunAs(event))
  const send = useAct(async () => {
    put(await sendAct(act, { community, emergency: event.emergency }, said, key))
    onClose()
  })
  return (
    <Card title={ACT_TITLES[act]}>
      {fieldsOf(act).map((field) => (
        <DecisionFields
          key={field.name}
          field={field}
          said={said}
          change={(to) => setSaid((old) => ({ ...old, ...to }))}
        />
      ))}
      {send.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {`${send.trouble.detail}您写的内容还在。`}
        </NoticeBar>
      )}
      <Button
        id={`send-${act}`}
        kind={act === 'dismiss' ? 'danger' : 'primary'}
        busy={send.busy}
        off={missingIn(act, said)}
        onPress={() => send.run()}
      >
        {`确定：${ACT_TITLES[act]}`}
      </Button>
      <Button kind="quiet" id="decide-close" onPress={onClose}>
        先不办
      </Button>
    </Card>
  )
}

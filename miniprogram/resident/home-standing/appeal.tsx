import { useState } from 'react'
import { lengthOf } from '#shared/kernel/text.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { MyBinding } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'

interface AppealProps {
  readonly binding: MyBinding
  readonly onDone: () => Promise<void>
}

const LEAST = 5
const MOST = 300

/** A rejection can be appealed once: another person of the community office looks again. */
export function Appeal({ binding: { binding, community, unit, appealBy }, onDone }: AppealProps) {
  const now = useNow()
  const [key] = useState(newKey)
  const [words, setWords] = useState('')
  const send = useAct(async () => {
    await bindingsApi.appeal({ binding, community, unit, words: words.trim() }, { key })
    await onDone()
  })
  const used = lengthOf(words)
  const off = used < LEAST ? `请写明理由，至少 ${LEAST} 个字` : undefined
  const until = appealBy === undefined ? '' : `${formatTime(new Date(appealBy), now)} 前`
  return (
    <Card title="不服可以申诉">
      <Field label="申诉理由" hint={`${until}可以申诉一次，由社区另一位工作人员复核`}>
        <TextArea
          id="appeal-words"
          label="申诉理由"
          value={words}
          most={MOST}
          placeholder="例如：我有不动产权证，名册上把我的名字写错了一个字"
          onChange={setWords}
        />
      </Field>
      {send.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onDone }}>
          {send.trouble.detail}
        </NoticeBar>
      )}
      <Button
        id="appeal"
        busy={send.busy}
        busyWord="正在提交…"
        off={used > MOST ? '写得太长，请删减' : off}
        onPress={() => send.run()}
      >
        提交申诉
      </Button>
    </Card>
  )
}

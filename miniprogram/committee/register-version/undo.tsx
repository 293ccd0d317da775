import { useState } from 'react'
import { Text } from '@tarojs/components'
import { lengthOf } from '#shared/kernel/text.ts'
import type { Version } from '#shared/register/terms.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'

interface UndoProps {
  readonly community: string
  readonly version: Version
  /** With the version that holds from now on. */
  readonly onUndone: (now: Version) => void
}

const REASON = { least: 2, most: 200 }

/** Takes the newest version back, once it was said what that means, and why it is done. */
export function Undo({ community, version: { version, act }, onUndone }: UndoProps) {
  const [isAsking, setIsAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [key] = useState(newKey)
  const undoing = useAct(async () => {
    onUndone(await registerApi.undo({ community, version, reason: reason.trim() }, { key }))
  })
  if (!isAsking) {
    return (
      <Button kind="danger" id="undo" onPress={() => setIsAsking(true)}>
        {`撤销第 ${version} 版`}
      </Button>
    )
  }
  return (
    <Card title={`撤销第 ${version} 版？`} id="undo-card">
      <Text>
        {`撤销后，名册回到第 ${version - 1} 版的内容，记作第 ${version + 1} 版。`}
        {act === 'transfer' ? '这次登记的换业主会作废。' : ''}
        {`第 ${version} 版还留在记录里，谁、什么时候、为什么撤销也会记下来。已经确定了名册的表决不受影响。`}
      </Text>
      <Field label="为什么撤销" hint="例如：导错了文件">
        <TextArea
          id="undo-reason"
          label="为什么撤销"
          value={reason}
          onChange={setReason}
          most={REASON.most}
        />
      </Field>
      {undoing.trouble && <NoticeBar tone="red">{undoing.trouble.detail}</NoticeBar>}
      <Button
        kind="danger"
        id="undo-sure"
        busy={undoing.busy}
        busyWord="正在撤销…"
        off={wrongIn(reason)}
        onPress={() => undoing.run()}
      >
        {`撤销第 ${version} 版`}
      </Button>
      <Button kind="quiet" id="undo-keep" onPress={() => setIsAsking(false)}>
        不撤销
      </Button>
    </Card>
  )
}

function wrongIn(reason: string): string | undefined {
  const length = lengthOf(reason)
  if (length < REASON.least) return '请写明为什么撤销'
  return length > REASON.most ? `原因多了 ${length - REASON.most} 个字，请删减` : undefined
}

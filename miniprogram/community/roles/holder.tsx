import { useState } from 'react'
import { View } from '@tarojs/components'
import { lengthOf } from '#shared/kernel/text.ts'
import type { RoleHolder } from '#shared/people/roles-contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { termWords, titleOf } from '#miniprogram/features/people/words.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface HolderProps {
  readonly holder: RoleHolder
  readonly onEnd: (holder: RoleHolder, reason: string) => void
}

/** One role: whose, until when, by whom and on what ground; where the person may, the way to end it. */
export function Holder({ holder, onEnd }: HolderProps) {
  const now = useNow()
  const [isOpen, setIsOpen] = useState(false)
  const { name, mine, givenBy, ground, mayEnd } = holder
  const note = [termWords(holder, now), `${givenBy}授予`, ground].filter((part) => part !== '')
  const who = `${name === '' ? '未填姓名' : name}${mine ? '（您）' : ''}`
  return (
    <View>
      <Row title={`${who} ${titleOf(holder)}`} note={note.join('；')} />
      {mayEnd && !isOpen && (
        <Button kind="quiet" id={`end-${holder.grant}`} onPress={() => setIsOpen(true)}>
          收回
        </Button>
      )}
      {mayEnd && isOpen && <EndForm holder={holder} onEnd={onEnd} />}
    </View>
  )
}

function EndForm({ holder, onEnd }: HolderProps) {
  const [reason, setReason] = useState('')
  const { name } = holder
  const hasReason = lengthOf(reason) >= 2
  return (
    <>
      <Field label="为什么收回" wrong={hasReason ? undefined : '请写明原因，至少 2 个字'}>
        <TextLine
          id={`reason-${holder.grant}`}
          label="为什么收回"
          placeholder="例如：工作调动、任期届满改选"
          value={reason}
          onChange={setReason}
        />
      </Field>
      {hasReason && (
        <Removal
          id={`sure-${holder.grant}`}
          act={`收回${name}的“${titleOf(holder)}”`}
          loses="对方从这一刻起不能再以这个角色办事。收回会记入操作记录。"
          keep="先不收回"
          onRemove={() => onEnd(holder, reason.trim())}
        />
      )}
    </>
  )
}

import { useState } from 'react'
import type { MyBinding } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { forgetIdentity } from '#miniprogram/platform/use-identity.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface GiveUpProps {
  readonly binding: MyBinding
  readonly onDone: () => Promise<void>
}

const LOSES = {
  before: '撤回后就不再核实。以后还可以重新申请。',
  after:
    '解除后，您不能再以这套房投诉、看账单和投票，您添加的租户、家人和代办人也一起结束。投过的票照样算数。以后要用，得重新绑定。',
} as const

const wordsFor = (relation: MyBinding['relation'], unit: string) =>
  relation === 'helper'
    ? {
        act: `不再当 ${unit} 的代办人`,
        loses: '解除后，您不能再替他提交投诉，也看不到替他提交过的。已经提交的照样办理。',
      }
    : { act: `不是我的房或已卖出，解除 ${unit}`, loses: LOSES.after }

/** Not my home, sold, or no longer wanted: the person ends it, by name. */
export function GiveUp({
  binding: { binding, community, unit, status, relation },
  onDone,
}: GiveUpProps) {
  const [key] = useState(newKey)
  const withdraw = useAct(async () => {
    await bindingsApi.withdraw({ binding, community, unit }, { key })
    forgetIdentity()
    await onDone()
  })
  const bound = wordsFor(relation, unit)
  const isBound = status === 'verified' || status === 'claimed'
  return (
    <>
      {withdraw.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onDone }}>
          {withdraw.trouble.detail}
        </NoticeBar>
      )}
      <Removal
        id="give-up"
        act={isBound ? bound.act : '撤回这次申请'}
        loses={isBound ? bound.loses : LOSES.before}
        keep="先不动"
        onRemove={() => void withdraw.run()}
      />
    </>
  )
}

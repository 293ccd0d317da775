import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { ASSIGNED_AT_ONCE } from '#shared/complaints/workbench-contract.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { AssignCard } from '../work/assign-card.tsx'
import { AddToRound } from '../work/add-to-round.tsx'

interface BulkActsProps {
  readonly community: string
  readonly person: string
  /** Absent while nothing is being chosen. */
  readonly chosen: readonly string[] | undefined
  readonly seenAt: string | undefined
  readonly onChange: (chosen: readonly string[] | undefined) => void
  readonly onDone: () => Promise<void>
}

/** What can be done with several at once, within reach of a thumb. */
export function BulkActs({ community, person, chosen, seenAt, onChange, onDone }: BulkActsProps) {
  const [isAssigning, setIsAssigning] = useState(false)
  useEffect(() => {
    // The colleagues stand beneath the list, next to the thumb.
    if (isAssigning) void Taro.pageScrollTo({ scrollTop: 99_999, duration: 0 })
  }, [isAssigning])
  if (!chosen) {
    return (
      <Action>
        <Button id="choose-several" onPress={() => onChange([])}>
          选择多件
        </Button>
      </Action>
    )
  }
  if (isAssigning) {
    return (
      <AssignCard
        {...{ community, seenAt }}
        numbers={chosen}
        onClose={() => setIsAssigning(false)}
        onDone={(refused) => {
          onChange(refused.length === 0 ? undefined : refused.map(({ number }) => number))
          if (refused.length === 0) setIsAssigning(false)
          void onDone()
        }}
      />
    )
  }
  return (
    <>
      <AddToRound {...{ community, person }} numbers={chosen} />
      <Action>
        <Button
          id="assign-several"
          off={offWords(chosen.length)}
          onPress={() => setIsAssigning(true)}
        >
          {`交给同事（${chosen.length} 件）`}
        </Button>
        <Button kind="quiet" id="choose-none" onPress={() => onChange(undefined)}>
          不选了
        </Button>
      </Action>
    </>
  )
}

const offWords = (count: number): string | undefined => {
  if (count === 0) return '请点要交的投诉'
  return count > ASSIGNED_AT_ONCE ? `一次最多 ${ASSIGNED_AT_ONCE} 件` : undefined
}

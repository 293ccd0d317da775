import { useState } from 'react'
import { BINDING_RULES } from '#shared/bindings/profile.ts'
import { addDays, dayOf, formatDay } from '#shared/kernel/calendar.ts'
import type { NewCode } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import {
  HelperFields,
  helperOf,
  missingInHelper,
  NOBODY_NAMED,
  type NamedHelper,
} from '#miniprogram/features/bindings/helper-fields.tsx'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { DayWheels } from '#miniprogram/kit/day-wheels.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface InviteProps {
  readonly community: string
  readonly unit: string
  /** Family names helpers of their own, and nobody else. */
  readonly isFamily: boolean
  readonly onMade: (code: NewCode) => void
}

const RELATIONS = [
  { value: 'tenant', label: '租户', note: '能投诉、看公告，不能投票' },
  { value: 'family', label: '家人', note: '能投诉、看公告，不能投票' },
  { value: 'helper', label: '代办人', note: '替您提交投诉，看不到账单，不能投票' },
] as const
type Invited = (typeof RELATIONS)[number]['value']

interface Wanted {
  readonly relation?: Invited | undefined
  readonly until?: string | undefined
  readonly helper: NamedHelper
}

const missingIn = ({ relation, helper }: Wanted): string | undefined => {
  if (relation === undefined) return '请先选择添加谁'
  return relation === 'helper' ? missingInHelper(helper) : undefined
}

/** A code for somebody else: they say who they are themselves, with it. */
export function Invite({ community, unit, isFamily, onMade }: InviteProps) {
  const now = useNow()
  const nothing: Wanted = { helper: NOBODY_NAMED, ...(isFamily && { relation: 'helper' }) }
  const [key, setKey] = useState(newKey)
  const [wanted, setWanted] = useState(nothing)
  const set = (to: Partial<Wanted>): void => setWanted((old) => ({ ...old, ...to }))
  const { relation, helper } = wanted
  const isHelper = relation === 'helper'
  // A helper acts for somebody else: that has an end, and the owner says which.
  const usual = isHelper ? addDays(dayOf(now), BINDING_RULES.helperDays.value) : undefined
  const last = wanted.until ?? usual
  const make = useAct(async () => {
    const named = isHelper ? helperOf(helper) : undefined
    if (relation === undefined || missingIn(wanted) !== undefined) return
    const given = {
      ...(last !== undefined && { until: last }),
      ...(named && { helper: named }),
    }
    const code = await bindingsApi.invite({ community, unit, relation, ...given }, { key })
    setKey(newKey())
    setWanted(nothing)
    onMade(code)
  })
  return (
    <Card title={isFamily ? '请一位代办人' : '添加一个人'}>
      {!isFamily && (
        <ChoiceRow
          label="添加谁"
          options={RELATIONS}
          value={relation}
          onChange={(value) => set({ relation: value })}
        />
      )}
      {isHelper && <HelperFields helper={helper} onChange={(to) => set({ helper: to })} />}
      {relation !== undefined && (
        <LastDay last={last} now={now} onChange={(until) => set({ until })} />
      )}
      {make.trouble && <NoticeBar tone="red">{make.trouble.detail}</NoticeBar>}
      <Button id="invite" busy={make.busy} off={missingIn(wanted)} onPress={() => make.run()}>
        开一个验证码
      </Button>
    </Card>
  )
}

interface LastDayProps {
  readonly last: string | undefined
  readonly now: Date
  readonly onChange: (day: string) => void
}

const LastDay = ({ last, now, onChange }: LastDayProps) => (
  <Field
    label="到哪天为止"
    hint={
      last === undefined
        ? '不选就一直有效，您随时可以移除'
        : `到 ${formatDay(last, now)}为止，您随时可以提前移除`
    }
  >
    <DayWheels id="until" title="到哪天为止" value={last} onChange={onChange} />
  </Field>
)

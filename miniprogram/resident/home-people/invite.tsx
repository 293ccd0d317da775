import { useState } from 'react'
import { addDays, dayOf, formatDay } from '#shared/kernel/calendar.ts'
import type { NewCode } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
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
  readonly onMade: (code: NewCode) => void
}

const RELATIONS = [
  { value: 'tenant', label: '租户', note: '能投诉、看公告，不能投票' },
  { value: 'family', label: '家人', note: '能投诉、看公告，不能投票' },
  { value: 'helper', label: '代办人', note: '先登记在案；替您提交投诉还没有开通，也不能投票' },
] as const
type Invited = (typeof RELATIONS)[number]['value']

/** A helper acts for somebody else: that has an end. 90 days are offered, the owner says otherwise. */
const USUAL_DAYS = 90

/** A code for somebody else: they say who they are themselves, with it. */
export function Invite({ community, unit, onMade }: InviteProps) {
  const now = useNow()
  const [key, setKey] = useState(newKey)
  const [relation, setRelation] = useState<Invited>()
  const [until, setUntil] = useState<string>()
  const isHelper = relation === 'helper'
  const last = until ?? (isHelper ? addDays(dayOf(now), USUAL_DAYS) : undefined)
  const make = useAct(async () => {
    if (relation === undefined) return
    const given = last === undefined ? {} : { until: last }
    const code = await bindingsApi.invite({ community, unit, relation, ...given }, { key })
    setKey(newKey())
    setRelation(undefined)
    setUntil(undefined)
    onMade(code)
  })
  return (
    <Card title="添加一个人">
      <ChoiceRow
        label="添加谁"
        options={RELATIONS}
        value={relation}
        onChange={(value) => setRelation(value)}
      />
      {relation !== undefined && (
        <Field
          label="到哪天为止"
          hint={
            last === undefined
              ? '不选就一直有效，您随时可以移除'
              : `到 ${formatDay(last, now)}为止，您随时可以提前移除`
          }
        >
          <DayWheels id="until" title="到哪天为止" value={last} onChange={setUntil} />
        </Field>
      )}
      {make.trouble && <NoticeBar tone="red">{make.trouble.detail}</NoticeBar>}
      <Button
        id="invite"
        busy={make.busy}
        off={relation === undefined ? '请先选择添加谁' : undefined}
        onPress={() => make.run()}
      >
        开一个验证码
      </Button>
    </Card>
  )
}

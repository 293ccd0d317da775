import { useState } from 'react'
import Taro from '@tarojs/taro'
import { dayOf, startOfDay } from '#shared/kernel/calendar.ts'
import { formatDay } from '#shared/kernel/calendar.ts'
import type { Transfer, UnitShown } from '#shared/register/terms.ts'
import { TRANSFER_NAMES } from '#shared/register/transfers.ts'
import { TimeWheels } from '#miniprogram/kit/time-wheels.tsx'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { PAGES } from '#miniprogram/features/pages.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { EMPTY, kindsFor, missingIn, ownersOf, withKind, type Form } from './form.ts'
import { NewOwners } from './new-owners.tsx'
import { OldOwners } from './old-owners.tsx'
import { ReviewTransfer } from './review-transfer.tsx'

interface TransferFormProps {
  readonly community: string
  readonly found: { readonly unit: UnitShown; readonly transfers: readonly Transfer[] }
}

/** Who owns the home from which day on, and why; read once more before it is recorded. */
export function TransferForm({ community, found }: TransferFormProps) {
  // The owners as they were when the form was begun: if they are others by now, the server says so.
  const [{ unit, transfers }] = useState(found)
  const [form, setForm] = useState<Form>(EMPTY)
  const [isReviewing, setIsReviewing] = useState(false)
  const [key] = useState(newKey)
  const today = dayOf(useNow())
  const { kind, day } = form
  const recording = useAct(async () => {
    if (kind === undefined || day === undefined) return
    await registerApi.transfer(
      {
        ...{ community, unit: unit.unit, kind, day },
        ...{ from: unit.owners.map((owner) => owner.key), to: ownersOf(form) },
      },
      { key: key + String(ownersOf(form).length) },
    )
    await leaveTo(unit.unit)
  })
  if (isReviewing) {
    return (
      <ReviewTransfer
        unit={unit}
        form={form}
        recording={recording}
        onBack={() => setIsReviewing(false)}
      />
    )
  }
  return (
    <>
      <WhyAndWhen unit={unit} form={form} today={today} onChange={setForm} />
      {unit.owners.length > 0 && <OldOwners unit={unit} form={form} onChange={setForm} />}
      <NewOwners form={form} onChange={setForm} />
      <Action>
        <Button
          id="review"
          off={missingIn(form, unit, { today, transfers })}
          onPress={() => setIsReviewing(true)}
        >
          写好了，看一遍
        </Button>
      </Action>
    </>
  )
}

/** It is recorded from the page of the home: back there, not a second one on top. */
const leaveTo = (unit: string): Promise<unknown> =>
  Taro.getCurrentPages().length > 1
    ? Taro.navigateBack()
    : Taro.redirectTo({ url: `${PAGES.registerUnit}?unit=${encodeURIComponent(unit)}` })

interface WhyAndWhenProps {
  readonly unit: UnitShown
  readonly form: Form
  readonly today: string
  readonly onChange: (to: Form) => void
}

/** The first commercial homes were sold in the 1980s: no transfer of one is older. */
const EARLIEST = '1985-01-01'

function WhyAndWhen({ unit, form, today, onChange }: WhyAndWhenProps) {
  const now = useNow()
  return (
    <Card title={unit.unit}>
      <Field label="为什么换业主">
        <ChoiceRow
          label="为什么换业主"
          options={kindsFor(unit).map((value) => ({ value, label: TRANSFER_NAMES[value] }))}
          value={form.kind}
          onChange={(kind) => onChange(withKind(form, kind, unit))}
        />
      </Field>
      <Field label="从哪天起" hint="不动产权证上的登记日期，首次交付写交房那天">
        <TimeWheels
          id="day"
          title="从哪天起"
          words={form.day === undefined ? '点这里选择' : formatDay(form.day, now)}
          value={startOfDay(form.day ?? today)}
          earliest={startOfDay(EARLIEST)}
          latest={startOfDay(today)}
          to="date"
          onChange={(time) => onChange({ ...form, day: dayOf(time) })}
        />
      </Field>
    </Card>
  )
}

import { useState } from 'react'
import { addDays, dayOf, formatDay } from '#shared/kernel/calendar.ts'
import { isWitnessed } from '#shared/votes/serving/rules.ts'
import { servingRefusals } from '#shared/votes/serving/refusals.ts'
import type { HandedTo, ServingProof, ServingUnit } from '#shared/votes/serving/serving.ts'
import { HANDED_NAMES } from '#shared/votes/serving/words.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { PhotoPicker } from '#miniprogram/features/photos/photo-picker.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import type { Witnesses } from './witnesses.ts'
import { WitnessFields } from './witness-fields.tsx'

interface AtDoorProps {
  readonly community: string
  readonly vote: string
  readonly unit: ServingUnit
  readonly noticedAt: string | undefined
  readonly witnesses: Witnesses
  readonly onWitnesses: (witnesses: Witnesses) => void
  readonly onBack: () => void
}

const WAYS = [
  { value: 'paper', label: '当面或上门送达' },
  { value: 'post', label: '邮寄' },
] as const
const HANDED = (['owner', 'family', 'door'] as const).map((value) => ({
  value,
  label: HANDED_NAMES[value],
}))

interface Entry {
  readonly way: 'paper' | 'post'
  readonly handedTo: HandedTo | undefined
  readonly photos: readonly string[]
  readonly carrier: string
  readonly tracking: string
}

const EMPTY: Entry = { way: 'paper', handedTo: undefined, photos: [], carrier: '', tracking: '' }

/** One home, at its door: into whose hands, a photo, and who saw it. */
export function AtDoor({ community, vote, unit, noticedAt, ...rest }: AtDoorProps) {
  const { witnesses, onWitnesses, onBack } = rest
  const now = useNow()
  const [entry, setEntry] = useState(EMPTY)
  const [on, setOn] = useState(() => dayOf(now))
  const [key] = useState(newKey)
  const change = (to: Partial<Entry>) => setEntry((old) => ({ ...old, ...to }))
  const addPhoto = (photo: string) =>
    setEntry((old) => ({ ...old, photos: [...old.photos, photo] }))
  const save = useAct(async (proof: ServingProof) => {
    await deskApi.recordServing({ community, vote, unit: unit.unit, on, proof }, { key })
    onBack()
  })
  const proof = proofOf(entry, witnesses)
  return (
    <>
      <Button kind="quiet" id="back" onPress={onBack}>
        返回
      </Button>
      <Card title={unit.unit}>
        <Said>{`业主：${unit.owners.join('、')}`}</Said>
        <Field label="怎么送达的">
          <ChoiceRow
            label="怎么送达的"
            options={WAYS}
            value={entry.way}
            onChange={(way) => change({ way })}
          />
        </Field>
        <Field label="送达日期">
          <ChoiceRow
            label="送达日期"
            options={lastDays(now, noticedAt)}
            value={on}
            onChange={setOn}
          />
        </Field>
      </Card>
      {entry.way === 'post' ? (
        <PostFields entry={entry} onChange={change} />
      ) : (
        <>
          <HandedFields community={community} entry={entry} onChange={change} onAdd={addPhoto} />
          <WitnessFields witnesses={witnesses} onChange={onWitnesses} />
        </>
      )}
      {save.trouble && <NoticeBar tone="red">{save.trouble.detail}</NoticeBar>}
      <Action>
        <Button
          id="save"
          busy={save.busy}
          off={typeof proof === 'string' ? proof : undefined}
          onPress={() => (typeof proof === 'string' ? undefined : save.run(proof))}
        >
          登记送达
        </Button>
      </Action>
    </>
  )
}

interface FieldsProps {
  readonly entry: Entry
  readonly onChange: (to: Partial<Entry>) => void
}

const PostFields = ({ entry: { carrier, tracking }, onChange }: FieldsProps) => (
  <Card title="邮寄凭据">
    <Field label="邮政或快递公司">
      <TextLine
        id="carrier"
        label="邮政或快递公司"
        value={carrier}
        onChange={(to) => onChange({ carrier: to })}
      />
    </Field>
    <Field label="邮件号" hint="送达日期请选签收的那一天">
      <TextLine
        id="tracking"
        label="邮件号"
        value={tracking}
        onChange={(to) => onChange({ tracking: to })}
      />
    </Field>
  </Card>
)

interface HandedFieldsProps extends FieldsProps {
  readonly community: string
  readonly onAdd: (photo: string) => void
}

const HandedFields = ({ community, entry, onChange, onAdd }: HandedFieldsProps) => (
  <Card title="交给了谁">
    <ChoiceRow
      label="交给了谁"
      options={HANDED}
      value={entry.handedTo}
      onChange={(handedTo) => onChange({ handedTo })}
    />
    <PhotoPicker
      community={community}
      photos={entry.photos}
      onAdd={onAdd}
      onRemove={(photo) => onChange({ photos: entry.photos.filter((one) => one !== photo) })}
    />
  </Card>
)

/** The proof as far as it is whole, or what is missing. */
function proofOf(entry: Entry, [first, second]: Witnesses): ServingProof | string {
  if (entry.way === 'post') {
    const [carrier, tracking] = [entry.carrier.trim(), entry.tracking.trim()]
    if (carrier.length < 2 || tracking.length < 5) return '请写邮政或快递公司和邮件号'
    return { way: 'post', carrier, tracking }
  }
  if (!entry.handedTo) return '请选交给了谁'
  if (entry.photos.length === 0) return '请拍一张照片'
  if (!isWhole(first) || !isWhole(second)) return '请写两位见证人的姓名和身份'
  const { handedTo, photos } = entry
  const proof: ServingProof = {
    ...{ way: 'paper', handedTo, photos: [...photos] },
    witnesses: [first, second],
  }
  const seen = isWitnessed(proof)
  return seen.ok ? proof : servingRefusals[seen.code].detail
}

type Whole = Extract<ServingProof, { way: 'paper' }>['witnesses'][number]
const isWhole = (one: Partial<Whole>): one is Whole =>
  (one.name ?? '').trim().length >= 2 && one.office !== undefined

const DAYS = 3

/** Today and the days before, as far as there was a notice: what is entered is mostly of today. */
function lastDays(now: Date, noticedAt: string | undefined) {
  const today = dayOf(now)
  const first = noticedAt === undefined ? today : dayOf(new Date(noticedAt))
  return Array.from({ length: DAYS }, (_, n) => addDays(today, -n))
    .filter((day) => day >= first)
    .map((value) => ({ value, label: formatDay(value, now) }))
}

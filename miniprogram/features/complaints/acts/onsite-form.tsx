import { useState } from 'react'
import { lengthOf } from '#shared/kernel/text.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { actingRole, ROLE_NAMES } from '#shared/kernel/permissions.ts'
import * as z from '#shared/kernel/zod.ts'
import { TimeWheels } from '#miniprogram/kit/time-wheels.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { now, useNow } from '#miniprogram/platform/clock.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActFormProps } from './entry.ts'
import { AreaField, FormPhotos, LineField } from './form-fields.tsx'
import { useActForm } from './use-act-form.ts'

const Visit = z.object({
  who: z.string(),
  /** An instant. */
  when: z.string(),
  where: z.string(),
  text: z.string(),
  photos: z.array(z.string()),
})
type Visit = z.infer<typeof Visit>

const MOST = { who: 60, where: 100, text: 2_000 } as const

/** `街道 孙伟`: whoever stands there with the phone, unless somebody else does. */
const visitorOf = (identity: Identity | undefined): string => {
  if (!identity) return ''
  const role = actingRole(identity.membership.roles, 'complaint:visit')
  return `${role === undefined ? '' : `${ROLE_NAMES[role]} `}${identity.name}`
}

/** Who was there, when, where, and what they found: all but the last two are filled in for a thumb on the spot. */
export function OnsiteForm(props: ActFormProps) {
  const { complaint, community, off, onLost } = props
  const { identity } = useIdentity()
  const [nothing] = useState<Visit>(() => ({
    ...{ who: visitorOf(identity), when: now().toISOString(), where: complaint.place },
    ...{ text: '', photos: [] },
  }))
  const form = useActForm(props, {
    kind: 'onsite',
    Content: Visit,
    nothing,
    post: (about, visit, sending) => api.complaints.recordOnsite({ ...about, ...visit }, sending),
  })
  const { who, when, where, text } = form.content
  const set = (to: Partial<Visit>): void => form.change(() => to)
  return (
    <ActFrame
      id="onsite"
      title="现场核实"
      word="记录现场核实"
      missing={missingIn(form.content)}
      form={form}
      off={off}
      onLost={onLost}
    >
      <FormPhotos community={community} form={form} />
      <AreaField
        id="onsite-text"
        label="看到了什么"
        hint="照片和文字至少要有一样；没有网络也先存在手机上"
        value={text}
        most={MOST.text}
        placeholder="例如：消火栓开阀无水，防火门被铁链锁住"
        onChange={(value) => set({ text: value })}
      />
      <VisitedAt
        when={when}
        filedAt={complaint.filedAt}
        onChange={(value) => set({ when: value })}
      />
      <LineField
        id="onsite-where"
        label="在哪里"
        value={where}
        onChange={(value) => set({ where: value })}
      />
      <LineField
        id="onsite-who"
        label="谁去的"
        hint="几个人都写上"
        value={who}
        onChange={(value) => set({ who: value })}
      />
    </ActFrame>
  )
}

interface VisitedAtProps {
  readonly when: string
  readonly filedAt: string
  readonly onChange: (when: string) => void
}

/** When the form was opened, unless somebody says otherwise: kept with it, so that sending it later changes nothing. */
function VisitedAt({ when, filedAt, onChange }: VisitedAtProps) {
  const time = useNow()
  return (
    <Field label="什么时候去的">
      <TimeWheels
        id="onsite-when"
        title="什么时候去的"
        words={formatTime(new Date(when), time)}
        value={new Date(when)}
        earliest={new Date(filedAt)}
        latest={time}
        to="datehour"
        onChange={(chosen) => onChange(within(chosen, filedAt).toISOString())}
      />
      <Button kind="quiet" id="onsite-now" onPress={() => onChange(now().toISOString())}>
        改成现在
      </Button>
    </Field>
  )
}

/** The wheels know whole hours: the hour in which it was filed began before that. */
const within = (chosen: Date, filedAt: string): Date =>
  new Date(Math.max(chosen.getTime(), Date.parse(filedAt)))

function missingIn({ who, where, text, photos }: Visit): string | undefined {
  if (photos.length === 0 && lengthOf(text) === 0) return '请拍一张照片，或写看到了什么'
  if (isOff(where, MOST.where)) return '请写在哪里'
  return isOff(who, MOST.who) ? '请写谁去的' : undefined
}

const isOff = (text: string, most: number): boolean => lengthOf(text) < 2 || lengthOf(text) > most

import { useState } from 'react'
import { lengthOf } from '#shared/kernel/text.ts'
import { dayOf, formatDay, startOfDay } from '#shared/kernel/calendar.ts'
import * as z from '#shared/kernel/zod.ts'
import { DayWheels } from '#miniprogram/kit/day-wheels.tsx'
import { TimeWheels } from '#miniprogram/kit/time-wheels.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { now, useNow } from '#miniprogram/platform/clock.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Said } from '../../bindings/said.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActFormProps } from './entry.ts'
import { AreaField, FormPhotos, LineField } from './form-fields.tsx'
import { useActForm } from './use-act-form.ts'

const Meeting = z.object({
  /** Days in Shanghai. */
  heldOn: z.string(),
  dueOn: z.string().optional(),
  attendees: z.string(),
  text: z.string(),
  responsible: z.string(),
  photos: z.array(z.string()),
})
type Meeting = z.infer<typeof Meeting>

const EMPTY = { attendees: '', text: '', responsible: '', photos: [] }

function useMeeting(props: ActFormProps) {
  const [nothing] = useState<Meeting>(() => ({ ...EMPTY, heldOn: dayOf(now()) }))
  return useActForm(props, {
    kind: 'meeting',
    Content: Meeting,
    nothing,
    post: (about, { dueOn, ...said }, sending) =>
      api.complaints.recordMeeting({ ...about, ...said, dueOn: dueOn ?? said.heldOn }, sending),
  })
}

/** What the joint meeting resolved, who is responsible, by when: with it the street goes on. */
export function MeetingForm(props: ActFormProps) {
  const form = useMeeting(props)
  const { heldOn, dueOn, attendees, text, responsible } = form.content
  const set = (to: Partial<Meeting>): void => form.change(() => to)
  return (
    <ActFrame
      id="meeting"
      title="联席会议的决议"
      word="记录决议"
      missing={missingIn(form.content)}
      form={form}
      off={props.off}
      onLost={props.onLost}
    >
      <Said>记录后回到街道办理，由责任单位按决议的期限办；居民看得到决议。</Said>
      <HeldOn
        day={heldOn}
        filedAt={props.complaint.filedAt}
        onChange={(day) => set({ heldOn: day })}
      />
      <AreaField
        id="meeting-attendees"
        label="谁参加了"
        value={attendees}
        most={500}
        placeholder="例如：街道、社区、物业、业委会、供电公司"
        onChange={(value) => set({ attendees: value })}
      />
      <AreaField
        id="meeting-text"
        label="议定了什么"
        value={text}
        most={2_000}
        placeholder="例如：月底前修复 9 个充电口，另增 20 个"
        onChange={(value) => set({ text: value })}
      />
      <LineField
        id="meeting-responsible"
        label="谁负责"
        value={responsible}
        placeholder="单位或姓名"
        onChange={(value) => set({ responsible: value })}
      />
      <Field label="什么时候办完">
        <DayWheels
          id="meeting-due"
          title="什么时候办完"
          value={dueOn}
          onChange={(day) => set({ dueOn: day })}
        />
      </Field>
      <FormPhotos community={props.community} form={form} />
    </ActFrame>
  )
}

interface HeldOnProps {
  readonly day: string
  readonly filedAt: string
  readonly onChange: (day: string) => void
}

/** Today, or a day since it was filed. */
function HeldOn({ day, filedAt, onChange }: HeldOnProps) {
  const time = useNow()
  return (
    <Field label="哪天开的">
      <TimeWheels
        id="meeting-held"
        title="哪天开的"
        words={formatDay(day, time)}
        value={startOfDay(day)}
        earliest={startOfDay(dayOf(new Date(filedAt)))}
        latest={startOfDay(dayOf(time))}
        to="date"
        onChange={(chosen) => onChange(dayOf(chosen))}
      />
    </Field>
  )
}

function missingIn({ attendees, text, responsible, dueOn }: Meeting): string | undefined {
  if (isOff(attendees, 500)) return '请写谁参加了'
  if (isOff(text, 2_000)) return '请写议定了什么'
  if (isOff(responsible, 60)) return '请写谁负责'
  return dueOn === undefined ? '请选什么时候办完' : undefined
}

const isOff = (text: string, most: number): boolean => lengthOf(text) < 2 || lengthOf(text) > most

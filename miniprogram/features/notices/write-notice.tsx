import type { ComponentType, ReactNode } from 'react'
import { Text } from '@tarojs/components'
import type { Role } from '#shared/kernel/permissions.ts'
import { NOTICE_CATEGORY_NAMES } from '#shared/notices/contract.ts'
import { categoriesFor } from '#shared/notices/rules.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import type { DayPickerProps } from './day-picker.ts'
import { missingIn, validUntil, validityWords, type Form } from './publication.ts'
import { WordingFields } from './wording-fields.tsx'

const VALIDITIES = [
  { value: 'always', label: '一直有效' },
  { value: 'week', label: '7 天' },
  { value: 'month', label: '30 天' },
  { value: 'day', label: '到指定的一天' },
] as const

const PLACES = [
  { value: 'usual', label: '按时间排列' },
  { value: 'pinned', label: '置顶', note: '一直排在最上面，只给最要紧的' },
] as const

interface WriteNoticeProps {
  readonly roles: readonly Role[]
  readonly form: Form
  readonly onChange: (to: Partial<Form>) => void
  readonly onReview: () => void
  readonly DayPicker: ComponentType<DayPickerProps>
  /** Above the one button. */
  readonly children: ReactNode
}

/** What a notice says, under which heading, how prominently and for how long. */
export function WriteNotice(props: WriteNoticeProps) {
  const { roles, form, onChange, onReview, DayPicker, children } = props
  const now = useNow()
  return (
    <>
      <Card>
        <Field label="类别">
          <ChoiceRow
            label="类别"
            options={categoriesFor(roles).map((value) => ({
              value,
              label: NOTICE_CATEGORY_NAMES[value],
            }))}
            value={form.category}
            onChange={(category) => onChange({ category })}
          />
        </Field>
        <WordingFields wording={form} onChange={onChange} />
        <Field label="排在哪里">
          <ChoiceRow
            label="排在哪里"
            options={PLACES}
            value={form.pinned ? 'pinned' : 'usual'}
            onChange={(value) => onChange({ pinned: value === 'pinned' })}
          />
        </Field>
        <Field label="有效多久" hint="过期的公告还能看，会标明“已过期”">
          <ChoiceRow
            label="有效多久"
            options={VALIDITIES}
            value={form.validity}
            onChange={(validity) => onChange({ validity })}
          />
          {form.validity === 'day' && (
            <DayPicker
              id="valid-until"
              title="有效到哪一天"
              value={form.day}
              onChange={(day) => onChange({ day })}
            />
          )}
          {validUntil(form, now) !== undefined && <Text>{`${validityWords(form, now)}。`}</Text>}
        </Field>
      </Card>
      {children}
      <Action>
        <Button id="review" off={missingIn(form, now)} onPress={onReview}>
          下一步：核对公告
        </Button>
      </Action>
    </>
  )
}

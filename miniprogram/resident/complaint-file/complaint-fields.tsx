import { CATEGORIES, CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import type { Home } from '#shared/kernel/home.ts'
import { PhotoPicker } from '#miniprogram/features/photos/photo-picker.tsx'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { MOST, placesOf, type Form } from './form.ts'

const CATEGORY_OPTIONS = CATEGORIES.map((value) => ({ value, text: CATEGORY_NAMES[value] }))

interface ComplaintFieldsProps {
  readonly community: string
  /** Of the person whose complaint it is. */
  readonly homes: readonly Pick<Home, 'unit'>[]
  readonly buildings: readonly string[]
  readonly form: Form
  readonly change: (to: (old: Form) => Form) => void
}

/** Photo, kind, words, place: a photo first, it says most with least typing. */
export function ComplaintFields({ community, form, change, ...places }: ComplaintFieldsProps) {
  const set = (to: Partial<Form>): void => change((old) => ({ ...old, ...to }))
  return (
    <Card>
      <Field label="照片" hint="拍一张最能说明问题的，没有也可以提交">
        <PhotoPicker
          community={community}
          photos={form.photos}
          onAdd={(photo) => change((old) => ({ ...old, photos: [...old.photos, photo] }))}
          onRemove={(photo) =>
            change((old) => ({ ...old, photos: old.photos.filter((one) => one !== photo) }))
          }
        />
      </Field>
      <Field label="哪一类问题">
        <Wheel
          id="category"
          title="哪一类问题"
          value={form.category}
          options={CATEGORY_OPTIONS}
          onChange={(category) => set({ category })}
        />
      </Field>
      <Field label="什么问题" hint="写清时间、地点和现象，处理更快">
        <TextArea
          id="text"
          label="什么问题"
          value={form.text}
          onChange={(text) => set({ text })}
          most={MOST}
          placeholder="例如：三栋电梯关门时有异响"
        />
      </Field>
      <PlaceField {...places} form={form} set={set} />
    </Card>
  )
}

interface PlaceFieldProps extends Pick<ComplaintFieldsProps, 'homes' | 'buildings' | 'form'> {
  readonly set: (to: Partial<Form>) => void
}

const PlaceField = ({ homes, buildings, form, set }: PlaceFieldProps) => (
  <Field label="在哪里">
    <ChoiceRow
      label="在哪里"
      value={form.where}
      onChange={(where) => set({ where })}
      options={placesOf(homes, buildings, form.onBehalfOf === undefined ? '我' : '他')}
    />
    {form.where === 'common' && (
      <TextLine
        id="area"
        label="公共区域的哪里"
        value={form.area}
        onChange={(area) => set({ area })}
        placeholder="例如：地下车库 B 区"
      />
    )}
  </Field>
)

import { PhotoPicker } from '#miniprogram/features/photos/photo-picker.tsx'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { COMMON, MOST_PHOTOS, NOTE_MOST, type Form } from './form.ts'

interface FieldsProps {
  readonly form: Form
  readonly change: (to: Partial<Form>) => void
}

export const PlaceFields = ({
  form,
  change,
  buildings,
}: FieldsProps & { readonly buildings: readonly string[] }) => (
  <Card title="在哪里">
    {buildings.length > 0 && (
      <Field label="哪一栋">
        <Wheel
          id="building"
          title="哪一栋"
          value={form.building === '' ? undefined : form.building}
          options={[...buildings, COMMON].map((value) => ({ value, text: value }))}
          onChange={(building) => change({ building })}
        />
      </Field>
    )}
    <Field label="具体位置">
      <TextLine
        id="detail"
        label="具体位置"
        value={form.detail}
        onChange={(detail) => change({ detail })}
        placeholder="例如：2 单元 3 楼楼道"
      />
    </Field>
  </Card>
)

/** Nobody has to fill these in. */
export const MoreFields = ({
  form,
  change,
  community,
}: FieldsProps & { readonly community: string }) => (
  <Card title="还可以补充（不填也能报）">
    <Field label="照片" hint={`最多 ${MOST_PHOTOS} 张`}>
      <PhotoPicker
        community={community}
        photos={form.photos}
        onAdd={(photo) => change({ photos: [...form.photos, photo] })}
        onRemove={(photo) => change({ photos: form.photos.filter((one) => one !== photo) })}
      />
    </Field>
    <Field label="说明" hint="只给处置的人看">
      <TextArea
        id="note"
        label="说明"
        value={form.note}
        onChange={(note) => change({ note })}
        most={NOTE_MOST}
        placeholder="例如：水从天花板往下流，电箱也湿了"
      />
    </Field>
  </Card>
)

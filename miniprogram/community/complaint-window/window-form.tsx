import { useState } from 'react'
import { CATEGORIES, CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import type { AtWindow } from '#shared/complaints/window-contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { PlaceFields } from '#miniprogram/features/bindings/place-fields.tsx'
import { NoFreeSpace, Unfinished } from '#miniprogram/features/draft-bars.tsx'
import { PhotoPicker } from '#miniprogram/features/photos/photo-picker.tsx'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { EMPTY, filingOf, Form, homeOf, missingIn, MOST } from './form.ts'

interface WindowFormProps {
  readonly person: string
  readonly community: string
  readonly onFiled: (filed: AtWindow) => void
}

/** Person, problem, place: as somebody tells it standing at the window. Every keystroke is kept. */
export function WindowForm({ person, community, onFiled }: WindowFormProps) {
  const drafts = draftsOf(person, `window:${community}`, Form)
  const [left] = useState(() => drafts.list()[0])
  const { draft, change, isKept } = useDraft(drafts, () => left ?? drafts.begin(EMPTY))
  const form = draft.content
  const set = (to: Partial<Form>): void => change((old) => ({ ...old, ...to }))
  const send = useAct(async () => {
    const filing = filingOf(form)
    if (!filing) return
    const filed = await api.complaints.fileAtWindow({ community, ...filing }, { key: draft.key })
    drafts.remove(draft.id)
    onFiled(filed)
  })
  return (
    <>
      {left && <Unfinished savedAt={left.savedAt} />}
      {!isKept && <NoFreeSpace />}
      <WhoFields community={community} form={form} set={set} />
      <ProblemFields form={form} set={set} />
      <Card>
        <Field label="照片" hint="有纸质材料也可以拍下来，没有也能提交">
          <PhotoPicker
            community={community}
            photos={form.photos}
            onAdd={(photo) => change((old) => ({ ...old, photos: [...old.photos, photo] }))}
            onRemove={(photo) => set({ photos: form.photos.filter((one) => one !== photo) })}
          />
        </Field>
        <Field label="姓名给物业看吗">
          <ChoiceRow
            label="姓名给物业看吗"
            value={form.hidesName ? 'hidden' : 'shown'}
            onChange={(to) => set({ hidesName: to === 'hidden' })}
            options={NAME_OPTIONS}
          />
        </Field>
      </Card>
      {send.trouble && (
        <NoticeBar tone="red">{`${send.trouble.detail}填写的内容还在，可以再点提交。`}</NoticeBar>
      )}
      <Action>
        <Button
          id="file-at-window"
          busy={send.busy}
          busyWord="正在提交…"
          off={missingIn(form)}
          onPress={() => send.run()}
        >
          提交，出回执
        </Button>
      </Action>
    </>
  )
}

const NAME_OPTIONS = [
  { value: 'shown', label: '可以', note: '物业好联系' },
  { value: 'hidden', label: '不给看', note: '街道和社区看得到' },
] as const
const CHANNEL_OPTIONS = [
  { value: 'WINDOW', label: '来窗口' },
  { value: 'PHONE', label: '打电话' },
] as const
const CATEGORY_OPTIONS = CATEGORIES.map((value) => ({ value, text: CATEGORY_NAMES[value] }))

interface FieldsProps {
  readonly form: Form
  readonly set: (to: Partial<Form>) => void
}

function WhoFields({ community, form, set }: FieldsProps & { readonly community: string }) {
  const place = useQuery(`community ${community}`, () => api.communities.get({ community }))
  const buildings = place.data?.buildings ?? []
  return (
    <Card title="谁来反映">
      <ChoiceRow
        label="怎么来的"
        options={CHANNEL_OPTIONS}
        value={form.channel}
        onChange={(channel) => set({ channel })}
      />
      <Field label="本人姓名" hint="和名册一致的，算这位业主本人提的">
        <TextLine id="name" label="本人姓名" value={form.name} onChange={(name) => set({ name })} />
      </Field>
      <Field label="电话" hint="有进展时打电话告诉本人，没有就不填">
        <TextLine
          id="phone"
          label="电话"
          value={form.phone}
          onChange={(phone) => set({ phone: phone.trim() })}
        />
      </Field>
      <PlaceFields unit={form.unit} room={form.room} set={set}>
        <Wheel
          id="building"
          title="哪一栋"
          value={form.building}
          options={buildings.map((value) => ({ value, text: value }))}
          onChange={(building) => set({ building })}
        />
      </PlaceFields>
    </Card>
  )
}

const ProblemFields = ({ form, set }: FieldsProps) => (
  <Card title="什么问题">
    <Field label="哪一类问题">
      <Wheel
        id="category"
        title="哪一类问题"
        value={form.category}
        options={CATEGORY_OPTIONS}
        onChange={(category) => set({ category })}
      />
    </Field>
    <Field label="本人怎么说" hint="照本人的话写，写完念给本人听">
      <TextArea
        id="text"
        label="本人怎么说"
        value={form.text}
        onChange={(text) => set({ text })}
        most={MOST}
      />
    </Field>
    <Field label="在哪里">
      <ChoiceRow
        label="在哪里"
        value={form.where}
        onChange={(where) => set({ where })}
        options={[
          { value: 'home', label: '本人家里', note: homeOf(form) ?? '先写楼栋和房号' },
          { value: 'building', label: '这栋楼', note: form.building ?? '先选楼栋' },
          { value: 'common', label: '公共区域', note: '楼道外、车库、广场、大门' },
        ]}
      />
      {form.where === 'common' && (
        <TextLine
          id="area"
          label="公共区域的哪里"
          value={form.area}
          onChange={(area) => set({ area })}
          placeholder="例如：东门岗亭"
        />
      )}
    </Field>
  </Card>
)

import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { CATEGORIES, CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import { api } from '#miniprogram/platform/api.ts'
import { draftsOf, type Draft } from '#miniprogram/platform/drafts.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { PhotoPicker } from '#miniprogram/features/photos/photo-picker.tsx'
import { PAGES } from '#miniprogram/features/pages.ts'
import { CategoryPicker } from './category-picker.tsx'
import { EMPTY, filingOf, Form, missingIn, MOST, placesOf } from './form.ts'

/** Photo, kind, words, place, send. Every keystroke is kept on the phone until it was sent. */
export function FileComplaint({ person, community, membership }: Identity) {
  const drafts = draftsOf(person, `complaint:${community}`, Form)
  const { draft: asked = '' } = useRouter().params
  const [draft, setDraft] = useState<Draft<Form>>(() => drafts.find(asked) ?? drafts.begin(EMPTY))
  const place = useQuery(`community ${community}`, () => api.communities.get({ community }))
  const form = draft.content

  const change = (to: Partial<Form>): void =>
    setDraft((old) => {
      const next = { ...old, content: { ...old.content, ...to } }
      return drafts.save(next) ?? next
    })
  const addPhoto = (photo: string): void =>
    setDraft((old) => {
      const photos = [...old.content.photos, photo]
      const next = { ...old, content: { ...old.content, photos } }
      return drafts.save(next) ?? next
    })
  const send = useAct(async () => {
    const filing = filingOf(form)
    if (!filing) return
    const { number } = await api.complaints.file({ community, ...filing }, { key: draft.key })
    drafts.remove(draft.id)
    await Taro.redirectTo({ url: `${PAGES.complaint}?number=${number}&filed=1` })
  })

  return (
    <>
      <Card>
        <Field label="照片" hint="拍一张最能说明问题的，没有也可以提交">
          <PhotoPicker
            community={community}
            photos={form.photos}
            onAdd={addPhoto}
            onRemove={(photo) => change({ photos: form.photos.filter((one) => one !== photo) })}
          />
        </Field>
        <Field label="哪一类问题">
          <CategoryPicker
            value={form.category}
            options={CATEGORIES.map((value) => ({ value, text: CATEGORY_NAMES[value] }))}
            onChange={(category) => change({ category })}
          />
        </Field>
        <Field label="什么问题" hint="写清时间、地点和现象，处理更快">
          <TextArea
            id="text"
            label="什么问题"
            value={form.text}
            onChange={(text) => change({ text })}
            most={MOST}
            placeholder="例如：三栋电梯关门时有异响"
          />
        </Field>
        <Field label="在哪里">
          <ChoiceRow
            label="在哪里"
            value={form.where}
            onChange={(where) => change({ where })}
            options={placesOf(membership.homes, place.data?.buildings ?? [])}
          />
          {form.where === 'common' && (
            <TextLine
              id="area"
              label="公共区域的哪里"
              value={form.area}
              onChange={(area) => change({ area })}
              placeholder="例如：地下车库 B 区"
            />
          )}
        </Field>
      </Card>
      {send.trouble && (
        <NoticeBar tone="red">{`${send.trouble.detail}您填写的内容还在，可以再点提交。`}</NoticeBar>
      )}
      <Action>
        <Button
          id="file"
          busy={send.busy}
          busyWord="正在提交…"
          off={missingIn(form)}
          onPress={() => send.run()}
        >
          提交投诉
        </Button>
      </Action>
    </>
  )
}

import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { lengthOf } from '#shared/kernel/text.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import type { Draft } from '#miniprogram/platform/drafts.ts'
import { dropFile, keepFile, useKeptFile } from '#miniprogram/platform/kept-files.ts'
import { PHOTOS_AT_MOST, type QueuedPhoto } from '#miniprogram/platform/photo-queue.ts'
import { choosePhotos } from '#miniprogram/platform/upload.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { asked, nothingYet, textOf, type RoundNote } from '../work/round-notes.ts'
import { happened, type RoundOutbox } from '../work/round-outbox.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import styles from './note-form.module.scss'

interface NoteFormProps {
  readonly number: string
  /** What was begun, also before the app was closed. */
  readonly begun: Draft<RoundNote> | undefined
  readonly outbox: RoundOutbox
  readonly onDone: () => void
}

/** Photos and a few words, kept on the phone as they come. */
export function NoteForm({ number, begun, outbox, onDone }: NoteFormProps) {
  const { notes } = outbox
  const [first] = useState(() => notes.begin(nothingYet(number)))
  const [isFull, setIsFull] = useState(false)
  const note = begun ?? first
  const { text, photos } = note.content
  const saved = (): Draft<RoundNote> => {
    const found = notes.find(note.id)
    if (found) return found
    setIsFull(notes.save(note) === undefined)
    return note
  }
  const letGo = (): void => {
    for (const { path } of photos) dropFile(path)
    notes.remove(note.id)
    onDone()
  }
  return (
    <View>
      <Photos note={note} outbox={outbox} saved={saved} />
      <Field label="现场记录" hint="只有同事能看到；没有网络也能记">
        <TextArea
          id="round-text"
          label="现场记录"
          value={text}
          most={2_000}
          placeholder="例如：门机皮带磨损，需更换"
          onChange={(value) => void notes.change(saved().id, (old) => ({ ...old, text: value }))}
        />
      </Field>
      {isFull && <NoticeBar tone="red">手机存储满了，记录存不下来，请先清理手机。</NoticeBar>}
      <Button
        id="round-send"
        off={lengthOf(textOf(note.content)) < 2 ? '请先拍照或写几个字' : undefined}
        onPress={() => {
          notes.change(note.id, asked)
          outbox.hurry()
          onDone()
        }}
      >
        存好，有网络就发
      </Button>
      <Button kind="quiet" onPress={letGo}>
        不记了
      </Button>
    </View>
  )
}

interface PhotosProps {
  readonly note: Draft<RoundNote>
  readonly outbox: RoundOutbox
  /** The note, kept on the phone from now on. */
  readonly saved: () => Draft<RoundNote>
}

function Photos({ note, outbox: { notes }, saved }: PhotosProps) {
  const { photos } = note.content
  const photograph = useAct(async () => {
    const { id } = saved()
    for (const { path } of await choosePhotos(PHOTOS_AT_MOST - photos.length)) {
      happened(notes, id, { kind: 'added', key: newKey(), path: await keepFile(path) })
    }
  })
  return (
    <>
      <Button
        kind="plain"
        id="round-photo"
        busy={photograph.busy}
        off={photos.length >= PHOTOS_AT_MOST ? `最多 ${PHOTOS_AT_MOST} 张` : undefined}
        onPress={() => photograph.run()}
      >
        {photos.length === 0 ? '拍照' : '再拍一张'}
      </Button>
      {photograph.trouble && <NoticeBar tone="red">{photograph.trouble.detail}</NoticeBar>}
      <View className={classes(styles, 'photos')}>
        {photos.map((photo, i) => (
          <Taken
            key={photo.key}
            photo={photo}
            label={`去掉照片 ${i + 1}`}
            onRemove={() => {
              dropFile(photo.path)
              happened(notes, note.id, { kind: 'removed', key: photo.key })
            }}
          />
        ))}
      </View>
    </>
  )
}

interface TakenProps {
  readonly photo: QueuedPhoto
  readonly label: string
  readonly onRemove: () => void
}

function Taken({ photo, label, onRemove }: TakenProps) {
  const path = useKeptFile(photo.path)
  return (
    <View className={classes(styles, 'taken')}>
      {typeof path === 'string' && (
        <Image className={classes(styles, 'thumb')} src={path} mode="aspectFill" />
      )}
      <Button kind="quiet" onPress={onRemove}>
        {label}
      </Button>
    </View>
  )
}

import { useState } from 'react'
import { lengthOf } from '#shared/kernel/text.ts'
import type { Settings } from '#shared/complaints/settings.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { EntryList } from './entry-list.tsx'
import { movedUp, type PartProps } from './part-props.ts'

type Template = Settings['templates'][number]

const MOST = 30

/** Replies staff use again and again. */
export function TemplatesForm({ settings: { templates }, onChange }: PartProps) {
  const write = (to: (old: Template[]) => Template[]): void =>
    onChange((old) => ({ ...old, templates: to(old.templates) }))
  return (
    <>
      <Card title="常用回复">
        <EntryList
          entries={templates.map(({ name, text }) => ({
            ...{ key: name, name, note: text, loses: '工作人员回复时不再看到这一条。' },
            form: (
              <ReplyText
                text={text}
                onChange={(next) =>
                  write((old) => old.map((one) => (one.name === name ? { name, text: next } : one)))
                }
              />
            ),
          }))}
          onUp={(at) => write((old) => movedUp(old, at))}
          onRemove={(name) => write((old) => old.filter((one) => one.name !== name))}
        />
      </Card>
      {templates.length < MOST ? (
        <AddTemplate
          names={templates.map(({ name }) => name)}
          onAdd={(one) => write((old) => [...old, one])}
        />
      ) : (
        <NoticeBar tone="amber">{`最多 ${MOST} 条常用回复。要加新的，先删一条。`}</NoticeBar>
      )}
    </>
  )
}

const textFits = (text: string): boolean => lengthOf(text) >= 2 && lengthOf(text) <= 500

interface ReplyTextProps {
  readonly text: string
  readonly onChange: (text: string) => void
}

function ReplyText({ text, onChange }: ReplyTextProps) {
  const [typed, setTyped] = useState(text)
  return (
    <Field label="回复内容" wrong={textFits(typed) ? undefined : '请写 2 到 500 个字'}>
      <TextArea
        id="reply-text"
        label="回复内容"
        most={500}
        value={typed}
        onChange={(next) => {
          setTyped(next)
          if (textFits(next)) onChange(next.trim())
        }}
      />
    </Field>
  )
}

interface AddTemplateProps {
  readonly names: readonly string[]
  readonly onAdd: (one: Template) => void
}

function AddTemplate({ names, onAdd }: AddTemplateProps) {
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  return (
    <Card title="加一条">
      <Field label="名称">
        <TextLine id="new-reply-name" label="新回复的名称" value={name} onChange={setName} />
      </Field>
      <Field label="内容">
        <TextArea
          {...{ id: 'new-reply-text', label: '新回复的内容' }}
          {...{ most: 500, value: text, onChange: setText }}
        />
      </Field>
      <Button
        kind="plain"
        id="add-reply"
        off={offWords(name, text, names)}
        onPress={() => {
          onAdd({ name: name.trim(), text: text.trim() })
          setName('')
          setText('')
        }}
      >
        加上
      </Button>
    </Card>
  )
}

function offWords(name: string, text: string, names: readonly string[]): string | undefined {
  if (names.includes(name.trim())) return '已经有这个名称'
  const length = lengthOf(name)
  if (length < 2 || length > 20) return '名称请写 2 到 20 个字'
  return textFits(text) ? undefined : '内容请写 2 到 500 个字'
}

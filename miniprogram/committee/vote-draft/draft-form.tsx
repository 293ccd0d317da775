import { useState } from 'react'
import type { Draft, Drafts } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { NoFreeSpace, Unfinished } from '#miniprogram/features/draft-bars.tsx'
import { Removal } from '#miniprogram/features/removal.tsx'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { FictionBar } from '#miniprogram/features/votes/profile-bar.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import type { KnownRules } from '../rules-of.ts'
import {
  BLANK,
  ITEMS_AT_MOST,
  missingIn,
  withItem,
  withoutItem,
  wordingOf,
  type Form,
  type Wording,
} from './form.ts'
import { ItemCard } from './item-card.tsx'
import { OfficialFields } from './official-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { SilenceFields } from './silence-fields.tsx'
import { modeOptions } from './mode-options.ts'

interface DraftFormProps {
  readonly community: string
  /** Whose matter it is, once that may not be changed any more. */
  readonly fixedScope?: string | undefined
  readonly rules: KnownRules
  readonly drafts: Drafts<Form>
  /** What it starts from where nothing was left unfinished on this phone. */
  readonly start: Form
  /** Answers with the id of the vote. */
  readonly save: (wording: Wording, key: Draft<Form>['key']) => Promise<string>
  readonly onSaved: (vote: string) => Promise<unknown>
  /** What saving does, by name. */
  readonly saveWord?: string
}

/** What the vote is called, how it is held, and its items. Every keystroke is kept on the phone until it was saved. */
export function DraftForm(props: DraftFormProps) {
  const { community, fixedScope, rules, drafts, start, save, onSaved, saveWord } = props
  const [left, setLeft] = useState(() => drafts.list()[0])
  const { draft, change, restart, isKept } = useDraft(drafts, () => left ?? drafts.begin(start))
  const { content: form } = draft
  const sending = useAct(async () => {
    const wording = wordingOf(form)
    if (!wording) return
    const vote = await save(wording, draft.key)
    drafts.remove(draft.id)
    await onSaved(vote)
  })
  return (
    <>
      <FictionBar rules={rules} />
      {left && <Unfinished savedAt={left.savedAt} />}
      {!isKept && <NoFreeSpace />}
      <Basics rules={rules} form={form} change={change} />
      <OfficialFields form={form} change={change} />
      <ScopeFields community={community} form={form} change={change} fixed={fixedScope} />
      <Items form={form} change={change} />
      <SilenceFields rules={rules} form={form} change={change} />
      {left && (
        <Removal
          id="restart"
          act="放弃没有保存的内容"
          loses="这部手机上写了、还没有保存的内容会丢掉，找不回来。"
          keep="接着写"
          onRemove={() => {
            setLeft(undefined)
            restart(start)
          }}
        />
      )}
      {sending.trouble && (
        <NoticeBar tone="red">{`${sending.trouble.detail}写的内容还在。`}</NoticeBar>
      )}
      <Action>
        <Button
          id="save"
          busy={sending.busy}
          busyWord="正在保存…"
          off={missingIn(form)}
          onPress={() => sending.run()}
        >
          {saveWord ?? '保存草稿'}
        </Button>
      </Action>
    </>
  )
}

interface BasicsProps {
  readonly rules: KnownRules
  readonly form: Form
  readonly change: (to: (old: Form) => Form) => void
}

const Basics = ({ rules, form, change }: BasicsProps) => (
  <Card>
    <Field label="表决名称" hint="业主一看就懂，例如：续聘物业和筹集维修资金">
      <TextLine
        id="title"
        label="表决名称"
        value={form.title}
        onChange={(title) => change((old) => ({ ...old, title }))}
      />
    </Field>
    <Field label="用什么方式表决" hint={`“${rules.name}”允许的方式`}>
      <ChoiceRow
        label="用什么方式表决"
        options={modeOptions(rules)}
        value={form.mode}
        onChange={(mode) => change((old) => ({ ...old, mode }))}
      />
    </Field>
  </Card>
)

const Items = ({ form, change }: Omit<BasicsProps, 'rules'>) => (
  <>
    {form.items.map((item, place) => (
      <ItemCard
        key={place}
        number={place + 1}
        item={item}
        onChange={(to) => change((old) => withItem(old, place, to))}
        onRemove={
          form.items.length > 1 ? () => change((old) => withoutItem(old, place)) : undefined
        }
      />
    ))}
    <Button
      kind="plain"
      id="add-item"
      off={form.items.length >= ITEMS_AT_MOST ? `最多 ${ITEMS_AT_MOST} 项` : undefined}
      onPress={() => change((old) => ({ ...old, items: [...old.items, BLANK] }))}
    >
      再加一项
    </Button>
  </>
)

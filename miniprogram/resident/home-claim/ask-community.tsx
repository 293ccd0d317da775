import { useState } from 'react'
import type { CommunityChoice } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import type { QuestionProps } from './question-props.ts'

/** What the server offers at most: where there are as many, there are others. */
const OFFERED = 20

/** Communities by name: the first ones at once, others by how their name starts. */
export function AskCommunity({ form, set }: QuestionProps) {
  const [name, setName] = useState('')
  const found = useQuery(`communities ${name}`, () => bindingsApi.communities({ name }))
  const choose = (community: CommunityChoice): void => set({ community, building: undefined })
  return (
    <Card title="哪个小区">
      <Loaded query={found} cards={1}>
        {({ items }) => (
          <>
            <Found items={items} chosen={form.community} onChoose={choose} />
            {(items.length >= OFFERED || name !== '') && <Search onFind={setName} />}
          </>
        )}
      </Loaded>
    </Card>
  )
}

interface FoundProps {
  readonly items: readonly CommunityChoice[]
  readonly chosen: CommunityChoice | undefined
  readonly onChoose: (community: CommunityChoice) => void
}

function Found({ items, chosen, onChoose }: FoundProps) {
  if (items.length === 0) {
    return (
      <StateView
        title="没有找到这个小区"
        note="请换一种写法。如果小区还没有开通，请问业委会或社区。"
      />
    )
  }
  return (
    <ChoiceRow
      label="哪个小区"
      options={items.map(({ id, name: label, streetName }) => ({
        value: id,
        label,
        note: streetName,
      }))}
      value={chosen?.id}
      onChange={(id) => {
        const community = items.find((one) => one.id === id)
        if (community) onChoose(community)
      }}
    />
  )
}

function Search({ onFind }: { readonly onFind: (name: string) => void }) {
  const [typed, setTyped] = useState('')
  return (
    <Field label="没有您的小区" hint="输入小区名字的前几个字">
      <TextLine id="community-name" label="小区名字" value={typed} onChange={setTyped} />
      <Button kind="plain" id="find-community" onPress={() => onFind(typed.trim())}>
        查找
      </Button>
    </Field>
  )
}

import type { Vote } from '#shared/votes/contract.ts'
import type { Choice, ItemChoice } from '#shared/votes/terms.ts'
import { CHOICE_NAMES } from '#shared/votes/words.ts'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'

type Opinion = Choice | 'free'
/** By item. */
export type Opinions = Readonly<Record<number, Opinion>>
type Items = Pick<Vote, 'items'>

const CHOICES = (['for', 'against', 'abstain'] as const).map((value) => ({
  value,
  label: CHOICE_NAMES[value],
}))

interface OpinionFieldsProps extends Items {
  readonly opinions: Opinions
  /** What leaves it to the agent is called; nothing where the rules want every item written down. */
  readonly free?: string | undefined
  readonly onChange: (opinions: Opinions) => void
}

/** What the owner wants said on each item. */
export const OpinionFields = ({ items, opinions, free, onChange }: OpinionFieldsProps) =>
  items.map(({ item, title }) => (
    <Field key={item} label={`第 ${item} 项：${title}`}>
      <ChoiceRow<Opinion>
        label={`第 ${item} 项的意见`}
        options={free === undefined ? CHOICES : [{ value: 'free', label: free }, ...CHOICES]}
        value={opinions[item] ?? (free === undefined ? undefined : 'free')}
        onChange={(choice) => onChange({ ...opinions, [item]: choice })}
      />
    </Field>
  ))

/** As they are sent: items left to the agent are not among them. */
export const statedIn = ({ items }: Items, opinions: Opinions): ItemChoice[] =>
  items.flatMap(({ item }) => {
    const choice = opinions[item] ?? 'free'
    return choice === 'free' ? [] : [{ item, choice }]
  })

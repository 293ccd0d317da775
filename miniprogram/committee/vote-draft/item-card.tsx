import { Text } from '@tarojs/components'
import { matterOf } from '#shared/votes/matters.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { matterSentence } from '#miniprogram/platform/ui/ballot-item.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { TEXT_AT_MOST, type Item } from './form.ts'
import styles from './item-card.module.scss'
import { MATTER_OPTIONS } from './matter-options.ts'

interface ItemCardProps {
  /** From 1. */
  readonly number: number
  readonly item: Item
  readonly onChange: (to: Partial<Item>) => void
  /** Absent for the only item: a vote has at least one. */
  readonly onRemove: (() => void) | undefined
}

/** One thing to be decided: under which matter of the law it falls, what it is, and its full text. */
export function ItemCard({ number, item, onChange, onRemove }: ItemCardProps) {
  const name = `第 ${number} 项`
  const matter = item.matter === undefined ? undefined : matterOf(item.matter)
  return (
    <Card title={name} id={`item-${number}`}>
      <Field label="属于哪类事项" hint="法律列了九类，选最接近的一类">
        <Wheel
          id={`matter-${number}`}
          title="属于哪类事项"
          value={item.matter}
          options={MATTER_OPTIONS}
          onChange={(value) => onChange({ matter: value })}
        />
        {matter && (
          <Text className={classes(styles, 'law')}>
            {`${matterSentence(matter)}。这是法律定的，不能选择。`}
          </Text>
        )}
      </Field>
      <Field label="议题" hint="一句话说清要决定什么">
        <TextLine
          id={`title-${number}`}
          label={`${name}的议题`}
          value={item.title}
          onChange={(title) => onChange({ title })}
          placeholder="例如：续聘安居物业三年"
        />
      </Field>
      <Field label="内容" hint="业主投票时看到的全文：做什么、花多少钱、多长时间">
        <TextArea
          id={`text-${number}`}
          label={`${name}的内容`}
          value={item.text}
          onChange={(text) => onChange({ text })}
          most={TEXT_AT_MOST}
        />
      </Field>
      {onRemove && (
        <Removal
          id={`remove-${number}`}
          act={`删除${name}`}
          loses={`${name}${item.title === '' ? '' : `“${item.title}”`}写的内容会一起删掉，找不回来。`}
          keep="先不删"
          onRemove={onRemove}
        />
      )}
    </Card>
  )
}

import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { SameNames } from '#shared/register/terms.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Entry, Line } from '#miniprogram/features/register/entry.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import {
  allOne,
  allOthers,
  answerOf,
  assign,
  decide,
  personsOf,
  type Answer,
  type Persons,
  type Same,
} from './same-decisions.ts'

interface SameNamesCardProps {
  readonly community: string
  readonly id: string
  readonly groups: number
  readonly same: Same
  readonly onDecide: (same: Same) => void
}

/** Owners whom nothing but their homes tells apart: somebody who knows them says who is who. */
export function SameNamesCard({ community, id, groups, same, onDecide }: SameNamesCardProps) {
  const list = useList(`same names ${id}`, (from) =>
    registerApi.previewSameNames({ community, import: id, limit: 10, ...from }),
  )
  return (
    <Card title={`同名的业主 ${groups} 组，请认一认`} id="same-names">
      <Text>
        名字一样、证件号码又分不清。是同一个人，投票时只算一人。没有选的，先按不同的人导入，以后再导入时还能选。
      </Text>
      <Loaded query={list.query} cards={1}>
        {(items) =>
          items.map((group) => (
            <Group
              key={group.owners.map(({ key }) => key).join()}
              group={group}
              persons={personsOf(group, same)}
              onDecide={(persons) => onDecide(decide(group, same, persons))}
            />
          ))
        }
      </Loaded>
      <More list={list} />
    </Card>
  )
}

/** With more, one by one takes longer than writing the numbers into the file. */
const ONE_BY_ONE_AT_MOST = 6

interface GroupProps {
  readonly group: SameNames
  readonly persons: Persons | undefined
  readonly onDecide: (persons: Persons) => void
}

function Group({ group, persons, onDecide }: GroupProps) {
  const [isPicking, setIsPicking] = useState(false)
  const { name, owners } = group
  const answer = isPicking ? 'some' : answerOf(persons)
  const take = (value: Answer): void => {
    setIsPicking(value === 'some')
    if (value === 'one') onDecide(allOne(group))
    else onDecide(value === 'several' ? allOthers(group) : (persons ?? allOthers(group)))
  }
  return (
    <Entry name={name}>
      {owners.map((owner, i) => (
        <Line key={owner.key}>{`第 ${i + 1} 位：${traitsOf(owner)}`}</Line>
      ))}
      <ChoiceRow
        label={`${name}，是不是同一个人`}
        options={optionsFor(owners.length)}
        value={answer}
        onChange={take}
      />
      {answer === 'some' && persons && (
        <OneByOne name={name} persons={persons} onDecide={onDecide} />
      )}
    </Entry>
  )
}

const SHOWN_UNITS = 5

function traitsOf({ units, identityLast4, phoneLast4 }: SameNames['owners'][number]): string {
  const more = units.length > SHOWN_UNITS ? ` 等 ${units.length} 套` : ''
  return [
    `${units.slice(0, SHOWN_UNITS).join('、')}${more}`,
    identityLast4 === undefined ? '没有证件号码' : `证件尾号 ${identityLast4}`,
    phoneLast4 === undefined ? '没有电话' : `电话尾号 ${phoneLast4}`,
  ].join('，')
}

const optionsFor = (count: number) => [
  { value: 'one' as const, label: count === 2 ? '是同一个人' : '都是同一个人' },
  { value: 'several' as const, label: count === 2 ? '是两个人' : `是 ${count} 个不同的人` },
  ...(count > 2 && count <= ONE_BY_ONE_AT_MOST
    ? [{ value: 'some' as const, label: '有的是同一个人', note: '下面逐位选' }]
    : []),
]

interface OneByOneProps extends Pick<GroupProps, 'onDecide'> {
  readonly name: string
  readonly persons: Persons
}

const OWN = 'own'

/** From the second on: the same as one before, or somebody else. */
const OneByOne = ({ name, persons, onDecide }: OneByOneProps) =>
  persons.slice(1).map((person, before) => {
    const place = before + 1
    const firsts = persons.flatMap((one, i) => (i < place && one === i ? [i] : []))
    return (
      <View key={place}>
        <Text>{`第 ${place + 1} 位${name}`}</Text>
        <ChoiceRow
          label={`第 ${place + 1} 位${name}`}
          options={[
            ...firsts.map((first) => ({
              value: String(first),
              label: `和第 ${first + 1} 位是同一个人`,
            })),
            { value: OWN, label: '是另一个人' },
          ]}
          value={person === place ? OWN : String(person)}
          onChange={(value) =>
            onDecide(assign(persons, place, value === OWN ? place : Number(value)))
          }
        />
      </View>
    )
  })

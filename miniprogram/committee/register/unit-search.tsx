import { useState } from 'react'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { searchOf } from '#miniprogram/features/register/words.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { AsOf } from './as-of.tsx'
import { UnitsFound, type Search } from './units-found.tsx'

interface UnitSearchProps {
  readonly community: string
  /** Results are those of this version. */
  readonly version: number
  readonly buildings: readonly { readonly building: string; readonly name: string }[]
}

const EVERY = ''

/** Finds a home by its number or its owner, in one building or in all, as it is now or was on a day. */
export function UnitSearch({ community, version, buildings }: UnitSearchProps) {
  const [words, setWords] = useState('')
  const [building, setBuilding] = useState(EVERY)
  const [day, setDay] = useState<string>()
  const [search, setSearch] = useState<Search>()
  const look = (): void =>
    setSearch({
      ...searchOf(words),
      ...(building !== EVERY && { building }),
      ...(day !== undefined && { day }),
    })
  return (
    <Card title="查一户">
      <Field
        label="房号或业主姓名"
        hint="房号如 1-2-801，也可以只写 801。按姓名查会留下查看记录，业主本人看得到。"
      >
        <TextLine id="search-words" label="房号或业主姓名" value={words} onChange={setWords} />
      </Field>
      {buildings.length > 1 && (
        <Field label="在哪一栋">
          <Wheel
            id="search-building"
            title="在哪一栋"
            value={building}
            options={[
              { value: EVERY, text: '全部楼栋' },
              ...buildings.map(({ building: value, name }) => ({ value, text: name })),
            ]}
            onChange={setBuilding}
          />
        </Field>
      )}
      <AsOf day={day} onChange={setDay} />
      <Button kind="plain" id="search" onPress={look}>
        查找
      </Button>
      {search && <UnitsFound community={community} version={version} search={search} />}
    </Card>
  )
}

import { useState } from 'react'
import { Text } from '@tarojs/components'
import type { UnitShown } from '#shared/register/terms.ts'
import { formatArea } from '#shared/kernel/area.ts'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { grouped } from '#miniprogram/features/grouped.ts'
import { go } from '#miniprogram/features/pages.ts'
import { KIND_WORDS, ownersWords, searchOf } from '#miniprogram/features/register/words.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface UnitSearchProps {
  readonly community: string
  /** Results are those of this version. */
  readonly version: number
  readonly buildings: readonly { readonly building: string; readonly name: string }[]
}

interface Search {
  readonly building?: string
  readonly unit?: string
  readonly owner?: string
}

const EVERY = ''

/** Finds a home by its number or its owner, in one building or in all. */
export function UnitSearch({ community, version, buildings }: UnitSearchProps) {
  const [words, setWords] = useState('')
  const [building, setBuilding] = useState(EVERY)
  const [search, setSearch] = useState<Search>()
  const look = (): void =>
    setSearch({ ...searchOf(words), ...(building !== EVERY && { building }) })
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
      <Button kind="plain" id="search" onPress={look}>
        查找
      </Button>
      {search && <Found community={community} version={version} search={search} />}
    </Card>
  )
}

interface FoundProps extends Pick<UnitSearchProps, 'community' | 'version'> {
  readonly search: Search
}

function Found({ community, version, search }: FoundProps) {
  const [total, setTotal] = useState<number>()
  const about = `units ${community} ${version} ${JSON.stringify(search)}`
  const list = useList(about, async (from) => {
    const page = await registerApi.units({ community, limit: 10, ...search, ...from })
    setTotal(page.total)
    return page
  })
  return (
    <>
      <Loaded query={list.query} cards={1}>
        {(units) =>
          units.length === 0 ? (
            <StateView
              title="没有找到"
              note="请核对房号或姓名。姓名要和名册上写的一样，可以只写其中几个字。"
            />
          ) : (
            <>
              <Text>{`找到 ${grouped(total ?? units.length)} 户`}</Text>
              {units.map((unit) => (
                <UnitRow key={unit.unit} unit={unit} />
              ))}
            </>
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}

const UnitRow = ({ unit }: { readonly unit: UnitShown }) => (
  <Row
    id={`unit-${unit.unit}`}
    title={unit.unit}
    note={`${KIND_WORDS[unit.kind]}，${ownersWords(unit.owners.map(({ name }) => name))}`}
    value={formatArea(unit.areaCenti)}
    onPress={() => void go('registerUnit', { unit: unit.unit })}
  />
)

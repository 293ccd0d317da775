import { useState } from 'react'
import { lengthOf } from '#shared/kernel/text.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { Chips } from '../work/chips.tsx'
import { isNarrowed, savedFilters, type Filter } from '../work/filters.ts'

interface SavedFilterListProps {
  readonly community: string
  readonly person: string
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

/** Filters that were given a name, on this phone: used with a tap, and taken off the list again. */
export function SavedFilterList({ community, person, filter, onChange }: SavedFilterListProps) {
  const [kept] = useState(() => savedFilters(person, community))
  const [all, setAll] = useState(() => kept.list())
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<string>()
  const current = all.find((one) => JSON.stringify(one.filter) === JSON.stringify(filter))
  const save = (): void => {
    const isKept = kept.save({ name: name.trim(), filter })
    setWrong(isKept ? undefined : '手机存储满了，没有存下来。')
    setAll(kept.list())
    if (isKept) setName('')
  }
  return (
    <>
      {all.length > 0 && (
        <Field label="存过的筛选" hint="只在这部手机上">
          <Chips
            label="存过的筛选"
            options={all.map((one) => ({ value: one.name, word: one.name }))}
            value={current?.name}
            onChange={(chosen) =>
              onChange(all.find((one) => one.name === chosen)?.filter ?? filter)
            }
          />
        </Field>
      )}
      {current && (
        <Button
          kind="quiet"
          id="filter-forget"
          onPress={() => {
            kept.remove(current.name)
            setAll(kept.list())
          }}
        >
          {`删除“${current.name}”`}
        </Button>
      )}
      {isNarrowed(filter) && !current && (
        <>
          <Field label="给这个筛选起个名字" wrong={wrong}>
            <TextLine
              id="filter-name"
              label="给这个筛选起个名字"
              value={name}
              placeholder="例如：3幢电梯"
              onChange={setName}
            />
          </Field>
          <Button kind="plain" id="filter-save" off={nameTrouble(name)} onPress={save}>
            存下来
          </Button>
        </>
      )}
    </>
  )
}

const LONGEST = 10

function nameTrouble(name: string): string | undefined {
  const letters = lengthOf(name)
  if (letters === 0) return '请先写名字'
  return letters > LONGEST ? `名字最多 ${LONGEST} 个字` : undefined
}

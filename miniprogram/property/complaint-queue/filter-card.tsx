import { useState } from 'react'
import type { Category, ComplaintState } from '#shared/complaints/contract.ts'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { isNarrowed, type Filter } from '../work/filters.ts'
import { CATEGORY_OPTIONS, STATE_OPTIONS } from '../work/words.ts'
import { SavedFilterList } from './saved-filter-list.tsx'

interface FilterCardProps {
  readonly community: string
  readonly person: string
  readonly filter: Filter
  readonly buildings: readonly string[]
  readonly onChange: (filter: Filter) => void
}

const ANY = 'any'

/** What the list is narrowed to, in one line; how to change, keep and name it on demand. */
export function FilterCard({ community, person, filter, buildings, onChange }: FilterCardProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Card>
      <Row id="filter" title="筛选" value={wordsOf(filter)} onPress={() => setIsOpen(!isOpen)} />
      {isOpen && (
        <>
          <One
            id="filter-category"
            label="类别"
            options={CATEGORY_OPTIONS}
            value={filter.category}
            onChange={(category) => onChange({ ...filter, category: category as Category })}
          />
          <One
            id="filter-building"
            label="楼栋"
            options={buildings.map((value) => ({ value, text: value }))}
            value={filter.building}
            onChange={(building) => onChange({ ...filter, building })}
          />
          <One
            id="filter-state"
            label="状态"
            options={STATE_OPTIONS}
            value={filter.state}
            onChange={(state) => onChange({ ...filter, state: state as ComplaintState })}
          />
          {isNarrowed(filter) && (
            <Button kind="quiet" id="filter-none" onPress={() => onChange({})}>
              不筛选，看全部
            </Button>
          )}
          <SavedFilterList {...{ community, person, filter, onChange }} />
        </>
      )}
    </Card>
  )
}

const wordsOf = ({ category, building, state }: Filter): string => {
  const words = [
    CATEGORY_OPTIONS.find(({ value }) => value === category)?.text,
    building,
    STATE_OPTIONS.find(({ value }) => value === state)?.text,
  ].filter((word) => word !== undefined)
  return words.length === 0 ? '没有筛选' : words.join('，')
}

interface OneProps {
  readonly id: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

const One = ({ id, label, options, value, onChange }: OneProps) => (
  <Field label={label}>
    <Wheel
      id={id}
      title={label}
      value={value ?? ANY}
      options={[{ value: ANY, text: '不限' }, ...options]}
      onChange={(chosen) => onChange(chosen === ANY ? undefined : chosen)}
    />
  </Field>
)

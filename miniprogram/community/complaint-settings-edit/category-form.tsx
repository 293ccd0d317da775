import { formatPeriod } from '#shared/clocks/words.ts'
import type { Category } from '#shared/complaints/categories.ts'
import { PERIOD_CLOCKS, PERIOD_TITLES, UNDER_WAY } from '#shared/complaints/settings-words.ts'
import { periodsFor, type CategorySetting } from '#shared/complaints/settings.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { CategoryDepartments } from './category-departments.tsx'
import { NameField } from './name-field.tsx'
import type { PartProps } from './part-props.ts'

interface CategoryFormProps extends PartProps {
  readonly category: Category | undefined
}

const ON = [
  { value: 'on', label: '可以提交' },
  { value: 'off', label: '停用', note: UNDER_WAY.category },
] as const

/** A category: its name here, whether it is offered, periods of its own, whom it is usually referred to. */
export function CategoryForm({ settings, onChange, category }: CategoryFormProps) {
  const found = settings.categories.find((one) => one.category === category)
  if (!found) return <StateView title="没有这个类别" note="请回到“投诉设置”再打开。" />
  const change = (facts: Partial<CategorySetting>): void =>
    onChange((old) => ({
      ...old,
      categories: old.categories.map((one) =>
        one.category === found.category ? { ...one, ...facts } : one,
      ),
    }))
  return (
    <>
      <Card title={found.name}>
        <NameField
          {...{ id: 'category-name', label: '居民看到的名称', value: found.name }}
          {...{ least: 2, most: 12, onChange: (name) => change({ name }) }}
        />
        <ChoiceRow
          label="能不能提交"
          options={ON}
          value={found.on ? 'on' : 'off'}
          onChange={(value) => change({ on: value === 'on' })}
        />
      </Card>
      <Card title="这一类的期限">
        {PERIOD_CLOCKS.map((clock) => {
          const own = found.periods[clock]
          const rule = periodsFor(settings, found.category)[clock]
          return (
            <Row
              key={clock}
              id={`own-${clock}`}
              title={PERIOD_TITLES[clock]}
              note={own ? '单独规定' : '跟全小区一样'}
              value={rule && formatPeriod(rule)}
              onPress={() =>
                void go('complaintSettingsEdit', {
                  ...{ part: 'period', id: clock, category: found.category },
                })
              }
            />
          )
        })}
      </Card>
      <CategoryDepartments
        settings={settings}
        chosen={found.departments}
        onChange={(departments) => change({ departments: [...departments] })}
      />
    </>
  )
}

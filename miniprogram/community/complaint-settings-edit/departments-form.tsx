import { useState } from 'react'
import {
  openDepartments,
  type DepartmentSetting,
  type Settings,
} from '#shared/complaints/settings.ts'
import { lengthOf } from '#shared/kernel/text.ts'
import { UNDER_WAY } from '#shared/complaints/settings-words.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { EntryList } from './entry-list.tsx'
import { NameField } from './name-field.tsx'
import { movedUp, type PartProps } from './part-props.ts'

/** The routing table: to whom complaints may be referred. */
export function DepartmentsForm({ settings, onChange }: PartProps) {
  const shown = openDepartments(settings)
  const reorder = (departments: readonly DepartmentSetting[]): void =>
    onChange((old) => ({
      ...old,
      departments: [...departments, ...old.departments.filter(({ gone }) => gone === true)],
    }))
  return (
    <>
      <Card title="可以转的部门">
        <EntryList
          entries={shown.map(({ id, name }) => ({
            ...{ key: id, name, note: usedBy(id, settings), loses: UNDER_WAY.department },
            form: (
              <NameField
                {...{ id: `name-${id}`, label: '部门名称', value: name, least: 2, most: 30 }}
                onChange={(next) => onChange((old) => renamed(old, id, next))}
              />
            ),
          }))}
          onUp={(at) => reorder(movedUp(shown, at))}
          onRemove={(id) => onChange((old) => withoutDepartment(old, id))}
        />
      </Card>
      <AddDepartment
        names={shown.map(({ name }) => name)}
        onAdd={(name) => onChange((old) => withDepartment(old, name))}
      />
    </>
  )
}

function usedBy(id: string, { categories }: Settings): string | undefined {
  const names = categories.filter(({ departments }) => departments.includes(id))
  return names.length === 0 ? undefined : names.map(({ name }) => name).join('、')
}

const renamed = (old: Settings, id: string, name: string): Settings => ({
  ...old,
  departments: old.departments.map((one) => (one.id === id ? { ...one, name } : one)),
})

/** Out of every category too: what points to nothing cannot be saved. */
const withoutDepartment = (old: Settings, id: string): Settings => ({
  ...old,
  departments: old.departments.map((one) => (one.id === id ? { ...one, gone: true } : one)),
  categories: old.categories.map((one) => ({
    ...one,
    departments: one.departments.filter((department) => department !== id),
  })),
})

/** One of that name that was removed comes back, and with it what was referred to it. */
function withDepartment(old: Settings, name: string): Settings {
  const gone = old.departments.find((one) => one.gone === true && one.name === name)
  const id = gone?.id ?? `d-${newKey().slice(0, 12)}`
  const others = old.departments.filter((one) => one !== gone)
  return { ...old, departments: [...others, { id, name }] }
}

interface AddDepartmentProps {
  readonly names: readonly string[]
  readonly onAdd: (name: string) => void
}

function AddDepartment({ names, onAdd }: AddDepartmentProps) {
  const [name, setName] = useState('')
  return (
    <Card title="加一个部门">
      <Field label="部门名称">
        <TextLine id="new-department" label="新部门的名称" value={name} onChange={setName} />
      </Field>
      <Button
        kind="plain"
        id="add-department"
        off={offWords(name, names)}
        onPress={() => {
          onAdd(name.trim())
          setName('')
        }}
      >
        加上
      </Button>
    </Card>
  )
}

function offWords(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name.trim())) return '已经有这个部门'
  const length = lengthOf(name)
  return length >= 2 && length <= 30 ? undefined : '请写 2 到 30 个字'
}

import { View } from '@tarojs/components'
import { openDepartments, type Settings } from '#shared/complaints/settings.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { movedUp } from './part-props.ts'

interface CategoryDepartmentsProps {
  readonly settings: Settings
  /** Ids, the likeliest first. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

const MOST = 6

/** Whom complaints of a category are usually referred to, the likeliest first. */
export function CategoryDepartments({ settings, chosen, onChange }: CategoryDepartmentsProps) {
  const all = openDepartments(settings)
  const others = all.filter(({ id }) => !chosen.includes(id))
  return (
    <Card title="通常转给（最可能的在前）">
      {chosen.map((id, n) => {
        const name = all.find((one) => one.id === id)?.name ?? id
        return (
          <View key={id}>
            <Row title={`${n + 1}. ${name}`} />
            {n > 0 && (
              <Button kind="quiet" id={`up-${id}`} onPress={() => onChange(movedUp(chosen, n))}>
                {`把${name}往前移`}
              </Button>
            )}
            <Button
              kind="quiet"
              id={`drop-${id}`}
              onPress={() => onChange(chosen.filter((one) => one !== id))}
            >
              {`去掉${name}`}
            </Button>
          </View>
        )
      })}
      {chosen.length === 0 && <Row title="没有指定" note="转部门时从全部部门里选" />}
      {chosen.length < MOST && others.length > 0 && (
        <>
          <Row title="再加一个部门" />
          <Wheel
            id="add-department"
            title="再加一个部门"
            value={undefined}
            options={others.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={(id) => onChange([...chosen, id])}
          />
        </>
      )}
    </Card>
  )
}

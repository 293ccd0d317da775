import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { Removal } from '#miniprogram/features/removal.tsx'
import { NOBODY, OWNERS_AT_MOST, type Form, type Person } from './form.ts'

interface NewOwnersProps {
  readonly form: Form
  readonly onChange: (to: Form) => void
}

/** Numbers tell people of one name apart; only their fingerprints are kept. */
export const NewOwners = ({ form, onChange }: NewOwnersProps) => {
  const { staying, coming } = form
  const put = (place: number, to: Partial<Person>): void =>
    onChange({
      ...form,
      coming: coming.map((one, i) => (i === place ? { ...one, ...to } : one)),
    })
  return (
    <>
      {coming.map((one, i) => (
        <OneOwner
          key={i}
          number={i + 1}
          person={one}
          onChange={(to) => put(i, to)}
          onRemove={
            coming.length + staying.length > 1
              ? () => onChange({ ...form, coming: coming.filter((_, at) => at !== i) })
              : undefined
          }
        />
      ))}
      <Button
        kind="plain"
        id="add-owner"
        off={coming.length >= OWNERS_AT_MOST ? `最多 ${OWNERS_AT_MOST} 位` : undefined}
        onPress={() => onChange({ ...form, coming: [...coming, NOBODY] })}
      >
        {coming.length === 0 ? '加一位新业主' : '再加一位新业主'}
      </Button>
    </>
  )
}

interface OneOwnerProps {
  /** From 1. */
  readonly number: number
  readonly person: Person
  readonly onChange: (to: Partial<Person>) => void
  readonly onRemove: (() => void) | undefined
}

function OneOwner({ number, person, onChange, onRemove }: OneOwnerProps) {
  const name = `第 ${number} 位新业主`
  return (
    <Card title={name}>
      <Field label="姓名" hint="和不动产权证上一样；单位写全称">
        <TextLine
          id={`name-${number}`}
          label={`${name}的姓名`}
          value={person.name}
          onChange={(to) => onChange({ name: to })}
        />
      </Field>
      <Field label="证件号码" hint="用来分清同名的人，可以不填。只留后四位和一段不能还原的核对码">
        <TextLine
          id={`identity-${number}`}
          label={`${name}的证件号码`}
          value={person.identity}
          onChange={(to) => onChange({ identity: to })}
        />
      </Field>
      <Field label="手机号" hint="本人在微信里认领房屋时要对得上，可以不填">
        <TextLine
          id={`phone-${number}`}
          label={`${name}的手机号`}
          value={person.phone}
          onChange={(to) => onChange({ phone: to })}
        />
      </Field>
      {onRemove && (
        <Removal
          id={`remove-${number}`}
          act={`去掉${name}`}
          loses={`${name}${person.name === '' ? '' : `“${person.name}”`}写的内容会丢掉。`}
          keep="先不去掉"
          onRemove={onRemove}
        />
      )}
    </Card>
  )
}

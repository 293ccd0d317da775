import { useState } from 'react'
import type { WitnessOffice } from '#shared/votes/serving/serving.ts'
import { OFFICE_NAMES } from '#shared/votes/serving/words.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import type { Witnesses } from './witnesses.ts'

interface WitnessFieldsProps {
  readonly witnesses: Witnesses
  readonly onChange: (witnesses: Witnesses) => void
}

const OFFICES = (Object.keys(OFFICE_NAMES) as WitnessOffice[]).map((value) => ({
  value,
  label: OFFICE_NAMES[value],
}))
const ORDINALS = ['第一位见证人', '第二位见证人'] as const

/** Two of them, not the committee alone. Who saw it at one door mostly sees it at the next: they are asked for once. */
export function WitnessFields({ witnesses, onChange }: WitnessFieldsProps) {
  const [known, setKnown] = useState(() => witnesses.every(isNamed))
  if (known) {
    return (
      <Card title="见证人">
        {witnesses.map(({ name = '', office = 'other' }) => (
          <Row key={name} title={name} value={OFFICE_NAMES[office]} />
        ))}
        <Button kind="quiet" id="other-witnesses" onPress={() => setKnown(false)}>
          换见证人
        </Button>
      </Card>
    )
  }
  const [first, second] = witnesses
  const change = (place: 0 | 1, to: Witnesses[number]) =>
    onChange(place === 0 ? [{ ...first, ...to }, second] : [first, { ...second, ...to }])
  return (
    <>
      {([0, 1] as const).map((place) => (
        <Card key={place} title={ORDINALS[place]}>
          <Field label="姓名">
            <TextLine
              id={`witness-${place}`}
              label={`${ORDINALS[place]}姓名`}
              value={witnesses[place].name ?? ''}
              onChange={(name) => change(place, { name })}
            />
          </Field>
          <Field label="身份">
            <ChoiceRow
              label={`${ORDINALS[place]}身份`}
              options={OFFICES}
              value={witnesses[place].office}
              onChange={(office) => change(place, { office })}
            />
          </Field>
        </Card>
      ))}
    </>
  )
}

const isNamed = ({ name = '', office }: Witnesses[number]): boolean =>
  name.trim() !== '' && office !== undefined

import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { PlaceFields } from '#miniprogram/features/bindings/place-fields.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import type { QuestionProps } from './question-props.ts'

/** Building, unit and room, as they stand on the door. */
export function AskPlace({ form, set }: QuestionProps) {
  const buildings = form.community?.buildings ?? []
  return (
    <Card title="哪一套房">
      <PlaceFields unit={form.unit} room={form.room} set={set}>
        <Wheel
          id="building"
          title="哪一栋"
          value={form.building}
          options={buildings.map((value) => ({ value, text: value }))}
          onChange={(building) => set({ building })}
        />
      </PlaceFields>
    </Card>
  )
}

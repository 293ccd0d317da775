import { useState } from 'react'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { PlaceFields } from '#miniprogram/features/bindings/place-fields.tsx'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { labelOf, type Door } from './label.ts'

interface ChooseHomeProps {
  readonly community: string
  readonly onChoose: (unit: string) => void
}

/** For which home, as it stands on the door. */
export function ChooseHome({ community, onChoose }: ChooseHomeProps) {
  const place = useQuery(`community ${community}`, () => api.communities.get({ community }))
  const [door, setDoor] = useState<Door>({ building: undefined, unit: '', room: '' })
  const label = labelOf(door)
  const set = (to: Partial<Door>): void => setDoor((old) => ({ ...old, ...to }))
  return (
    <>
      <Loaded query={place} cards={1}>
        {({ buildings }) => (
          <Card title="给哪一套房">
            <PlaceFields unit={door.unit} room={door.room} set={set}>
              <Wheel
                id="building"
                title="哪一栋"
                value={door.building}
                options={buildings.map((value) => ({ value, text: value }))}
                onChange={(building) => set({ building })}
              />
            </PlaceFields>
          </Card>
        )}
      </Loaded>
      <Action>
        <Button
          id="choose-home"
          off={label === undefined ? '请选择楼栋，写房号' : undefined}
          onPress={() => label !== undefined && onChoose(label)}
        >
          下一步
        </Button>
      </Action>
    </>
  )
}

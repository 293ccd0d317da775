import type { ReactNode } from 'react'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface PlaceFieldsProps {
  readonly unit: string
  readonly room: string
  readonly set: (to: { readonly unit?: string; readonly room?: string }) => void
  /** The wheel of buildings: the kit lives in sub-packages. */
  readonly children: ReactNode
}

/** Which home, as it stands on the door. */
export const PlaceFields = ({ unit, room, set, children }: PlaceFieldsProps) => (
  <>
    <Field label="楼栋">{children}</Field>
    <Field label="单元" hint="没有单元就不填">
      <TextLine
        id="unit"
        label="单元"
        value={unit}
        placeholder="例如：2"
        onChange={(value) => set({ unit: value })}
      />
    </Field>
    <Field label="房号">
      <TextLine
        id="room"
        label="房号"
        value={room}
        placeholder="例如：801"
        onChange={(value) => set({ room: value })}
      />
    </Field>
  </>
)

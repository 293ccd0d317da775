// Stand-ins for the field components of @nutui/nutui-react-taro: wheels as buttons, times as text.
import { useState } from 'react'

interface Option {
  readonly label: string
  readonly value: string | number
}

interface PickerProps {
  readonly title: string
  readonly visible: boolean
  readonly options: readonly (readonly Option[])[]
  readonly value: readonly (string | number)[]
  readonly onConfirm: (chosen: readonly Option[], values: readonly (string | number)[]) => void
  readonly onClose: () => void
}

interface Turned extends Pick<PickerProps, 'options' | 'value'> {
  readonly to: Option
}

/** As the kit does, it confirms what it was given where nobody turned it, and turns back for each other array. */
export function Picker({ title, visible, options, value, onConfirm, onClose }: PickerProps) {
  const [last, setLast] = useState<Turned>()
  const turned = last?.options === options && last.value === value ? last.to : undefined
  if (!visible) return null
  return (
    <div role="dialog" aria-label={title}>
      {options[0]?.map((option) => (
        <button key={option.value} onClick={() => setLast({ to: option, options, value })}>
          {option.label}
        </button>
      ))}
      <button
        onClick={() => {
          onConfirm(turned ? [turned] : [], turned ? [turned.value] : value)
          onClose()
        }}
      >
        确定
      </button>
    </div>
  )
}

interface DatePickerProps {
  readonly title: string
  readonly visible: boolean
  readonly value: Date
  readonly startDate: Date
  readonly endDate: Date
  readonly onConfirm: (chosen: readonly Option[], values: readonly string[]) => void
  readonly onClose: () => void
}

const shown = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate(), time.getHours()].join(' ')

/** Takes `2026 12 07 9`; tells between which times it may be turned. */
export function DatePicker(props: DatePickerProps) {
  const [typed, setTyped] = useState(shown(props.value))
  if (!props.visible) return null
  return (
    <div role="dialog" aria-label={props.title}>
      <p>{`${shown(props.startDate)} – ${shown(props.endDate)}`}</p>
      <input aria-label={props.title} value={typed} onChange={(e) => setTyped(e.target.value)} />
      <button
        onClick={() => {
          props.onConfirm([], typed.split(' '))
          props.onClose()
        }}
      >
        确定
      </button>
    </div>
  )
}

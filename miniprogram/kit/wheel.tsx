import { useState } from 'react'
import { View } from '@tarojs/components'
import { Picker } from '@nutui/nutui-react-taro'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import './kit.scss'

interface Option<V extends string | number> {
  readonly value: V
  /** Short enough for one line at 1.4 times the size: the kit cuts what is longer. */
  readonly text: string
}

interface WheelProps<V extends string | number> {
  readonly id: string
  readonly title: string
  readonly value: V | undefined
  readonly options: readonly Option<V>[]
  readonly onChange: (value: V) => void
}

interface Column {
  readonly label: string
  readonly value: string | number
}

/** What the kit's wheel was opened with. */
interface Opened {
  readonly columns: Column[][]
  readonly value: (string | number)[]
}

/** One of many, on a wheel: what is chosen stands on the button. */
export function Wheel<V extends string | number>({
  id,
  title,
  value,
  options,
  onChange,
}: WheelProps<V>) {
  const [isOpen, setIsOpen] = useState(false)
  // The kit turns back to the start for each other array, equal or not: it keeps those it was opened with.
  const [{ columns, value: start }, setOpened] = useState<Opened>({ columns: [], value: [] })
  const chosen = options.find((option) => option.value === value)
  const open = (): void => {
    // Without a value the kit shows the first as if it were chosen, and confirms nothing.
    const shown = chosen ?? options[0]
    setOpened({
      columns: [options.map(({ text, value: each }) => ({ label: text, value: each }))],
      value: shown ? [shown.value] : [],
    })
    setIsOpen(true)
  }
  return (
    <View className="kit-field">
      <Button kind="plain" id={id} onPress={open}>
        {chosen?.text ?? '点这里选择'}
      </Button>
      <Picker
        title={title}
        visible={isOpen}
        options={columns}
        value={start}
        onClose={() => setIsOpen(false)}
        onConfirm={(_, [picked]) => {
          const found = options.find((option) => option.value === picked)
          if (found) onChange(found.value)
        }}
      />
    </View>
  )
}

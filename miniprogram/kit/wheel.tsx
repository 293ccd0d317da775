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

/** One of many, on a wheel: what is chosen stands on the button. */
export function Wheel<V extends string | number>({
  id,
  title,
  value,
  options,
  onChange,
}: WheelProps<V>) {
  const [open, setOpen] = useState(false)
  const chosen = options.find((option) => option.value === value)
  // Without a value the kit shows the first as if it were chosen, and confirms nothing.
  const shown = chosen ?? options[0]
  return (
    <View>
      <Button kind="plain" id={id} onPress={() => setOpen(true)}>
        {chosen?.text ?? '点这里选择'}
      </Button>
      <Picker
        title={title}
        visible={open}
        options={[options.map(({ text, value: each }) => ({ label: text, value: each }))]}
        value={shown ? [shown.value] : []}
        onClose={() => setOpen(false)}
        onConfirm={(_, [picked]) => {
          const found = options.find((option) => option.value === picked)
          if (found) onChange(found.value)
        }}
      />
    </View>
  )
}

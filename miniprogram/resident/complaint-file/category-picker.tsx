import { useState } from 'react'
import { View } from '@tarojs/components'
import { Picker } from '@nutui/nutui-react-taro'
import type { Category } from '#shared/complaints/contract.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'

interface Option {
  readonly value: Category
  readonly text: string
}

interface CategoryPickerProps {
  readonly value: Category | undefined
  readonly options: readonly Option[]
  readonly onChange: (value: Category) => void
}

/** One of a dozen kinds, on a wheel: what is chosen stands on the button. */
export function CategoryPicker({ value, options, onChange }: CategoryPickerProps) {
  const [open, setOpen] = useState(false)
  const chosen = options.find((option) => option.value === value)
  return (
    <View>
      <Button kind="plain" id="category" onPress={() => setOpen(true)}>
        {chosen?.text ?? '点这里选择'}
      </Button>
      <Picker
        title="哪一类问题"
        visible={open}
        options={[options.map((option) => ({ label: option.text, value: option.value }))]}
        {...(value !== undefined && { value: [value] })}
        onClose={() => setOpen(false)}
        onConfirm={(_, values) => {
          const [picked] = values
          const found = options.find((option) => option.value === picked)
          if (found) onChange(found.value)
        }}
      />
    </View>
  )
}

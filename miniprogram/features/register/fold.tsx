import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Button } from '#miniprogram/platform/ui/button.tsx'

interface FoldProps {
  readonly id: string
  /** What a press shows: `看新增的 3 套`. */
  readonly show: string
  readonly hide: string
  readonly children: () => ReactNode
}

/** What is long, and asked for only where somebody wants to see it. */
export function Fold({ id, show, hide, children }: FoldProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <View>
      <Button kind="quiet" id={id} onPress={() => setIsOpen(!isOpen)}>
        {isOpen ? hide : show}
      </Button>
      {isOpen && children()}
    </View>
  )
}

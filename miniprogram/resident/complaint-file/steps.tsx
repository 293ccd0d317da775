import { useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useElder } from '#miniprogram/platform/elder.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'

interface Step {
  readonly name: string
  readonly content: ReactNode
  /** What is missing before the next. */
  readonly missing?: string | undefined
}

interface StepsProps {
  readonly steps: readonly Step[]
  /** At the end: sends it. */
  readonly last: ReactNode
}

/** All on one page; in elder mode one question a screen. */
export function Steps({ steps, last }: StepsProps) {
  const elder = useElder()
  if (elder) return <OneByOne steps={steps} last={last} />
  return (
    <>
      {steps.map(({ name, content }) => (
        <View key={name}>{content}</View>
      ))}
      {last}
    </>
  )
}

function OneByOne({ steps, last }: StepsProps) {
  const [at, setAt] = useState(0)
  const step = steps[at]
  const go = (to: number): void => {
    setAt(to)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const isLast = at === steps.length - 1
  const back = at > 0 && (
    <Button kind="quiet" id="step-back" onPress={() => go(at - 1)}>
      上一步
    </Button>
  )
  return (
    <>
      <Card>
        <Text>{`第 ${at + 1} 步，共 ${steps.length} 步：${step?.name ?? ''}`}</Text>
      </Card>
      {step?.content}
      {isLast && back}
      {isLast ? (
        last
      ) : (
        <Action>
          <Button id="step-next" off={step?.missing} onPress={() => go(at + 1)}>
            下一步
          </Button>
          {back}
        </Action>
      )}
    </>
  )
}

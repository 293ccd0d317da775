import { useState } from 'react'
import { Said } from './bindings/said.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'

interface RemovalProps {
  readonly id: string
  /** What it does, by name: `删除第 2 项`. It stands on both buttons. */
  readonly act: string
  /** What is lost, before it is. */
  readonly loses: string
  readonly keep: string
  readonly onRemove: () => void
}

/** What destroys something is named, and asked once more by that name. */
export function Removal({ id, act, loses, keep, onRemove }: RemovalProps) {
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return (
      <Button kind="quiet" id={id} onPress={() => setAsking(true)}>
        {act}
      </Button>
    )
  }
  return (
    <>
      <Said>{loses}</Said>
      <Button
        kind="danger"
        id={`${id}-sure`}
        onPress={() => {
          setAsking(false)
          onRemove()
        }}
      >
        {act}
      </Button>
      <Button kind="quiet" id={`${id}-keep`} onPress={() => setAsking(false)}>
        {keep}
      </Button>
    </>
  )
}

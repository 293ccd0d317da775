import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Removal } from '#miniprogram/features/removal.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

interface Entry {
  readonly key: string
  readonly name: string
  readonly note: string | undefined
  /** What is lost with it. */
  readonly loses: string
  readonly form: ReactNode
}

interface EntryListProps {
  readonly entries: readonly Entry[]
  readonly onUp: (at: number) => void
  readonly onRemove: (key: string) => void
}

/** A list in an order: one entry at a time is opened, changed, moved up or removed by its name. */
export function EntryList({ entries, onUp, onRemove }: EntryListProps) {
  const [opened, setOpened] = useState<string>()
  return (
    <>
      {entries.map(({ key, name, note, loses, form }, n) => (
        <View key={key}>
          <Row
            id={`entry-${n}`}
            title={name}
            note={note}
            value={opened === key ? '收起' : '修改'}
            onPress={() => setOpened(opened === key ? undefined : key)}
          />
          {opened === key && (
            <>
              {form}
              {n > 0 && (
                <Button kind="quiet" id={`entry-${n}-up`} onPress={() => onUp(n)}>
                  {`把“${name}”往前移`}
                </Button>
              )}
              <Removal
                id={`entry-${n}-remove`}
                act={`删除“${name}”`}
                loses={loses}
                keep="先不删除"
                onRemove={() => onRemove(key)}
              />
            </>
          )}
        </View>
      ))}
    </>
  )
}

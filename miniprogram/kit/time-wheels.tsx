import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { DatePicker } from '@nutui/nutui-react-taro'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import './kit.scss'
import { momentOf, wallClock } from './wall-clock.ts'

interface TimeWheelsProps {
  readonly id: string
  readonly title: string
  /** Stands on the button. */
  readonly words: string
  readonly value: Date
  readonly earliest: Date
  readonly latest: Date
  /** To the day, or to the hour. */
  readonly to: 'date' | 'datehour'
  readonly onChange: (value: Date) => void
}

/** A time of Shanghai's, whatever zone the phone is in. */
export function TimeWheels({ id, title, words, to, onChange, ...times }: TimeWheelsProps) {
  const [open, setOpen] = useState(false)
  const value = useWallClock(times.value)
  const earliest = useWallClock(times.earliest)
  const latest = useWallClock(times.latest)
  return (
    <View className="kit-field">
      <Button kind="plain" id={id} onPress={() => setOpen(true)}>
        {words}
      </Button>
      <DatePicker
        title={title}
        type={to}
        visible={open}
        showChinese
        value={value}
        startDate={earliest}
        endDate={latest}
        onClose={() => setOpen(false)}
        onConfirm={(_, turned) => onChange(momentOf(turned))}
      />
    </View>
  )
}

/** The same object for the same time: the kit draws its wheels anew for each other one. */
function useWallClock(time: Date): Date {
  const at = time.getTime()
  return useMemo(() => wallClock(new Date(at)), [at])
}

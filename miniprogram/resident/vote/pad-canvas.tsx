import { memo } from 'react'
import { Canvas, View } from '@tarojs/components'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import styles from './signature.module.scss'

/** What a touch says, as far as a pen goes. */
export interface Touched {
  readonly touches: readonly object[]
}

interface PadCanvasProps {
  readonly id: string
  readonly label: string
  /** The same ones for as long as the pad is there. */
  readonly onDraw?: (event: Touched) => void
  readonly onLift?: () => void
}

/** A browser's canvas is wiped whenever it is rendered anew: it is, once. */
export const PadCanvas = memo(function PadCanvas({ id, label, onDraw, onLift }: PadCanvasProps) {
  return (
    <View className={classes(styles, 'frame')}>
      <View className={classes(styles, 'shape')} />
      <Canvas
        type="2d"
        id={id}
        canvasId={id}
        disableScroll
        className={classes(styles, 'canvas')}
        {...spoken('img', { label })}
        {...(onDraw && { onTouchStart: onDraw, onTouchMove: onDraw })}
        {...(onLift && { onTouchEnd: onLift, onTouchCancel: onLift })}
      />
    </View>
  )
})

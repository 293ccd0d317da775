import { useCallback, useEffect, useRef } from 'react'
import { View } from '@tarojs/components'
import type { Strokes } from '#shared/votes/signature.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { PadCanvas, type Touched } from './pad-canvas.tsx'
import { drawAll, hasRoom, longer, penOn, pointAt, type Pen } from './pad.ts'
import styles from './signature.module.scss'

interface SignaturePadProps {
  readonly strokes: Strokes
  readonly onChange: (strokes: Strokes) => void
}

const CANVAS = 'signature-canvas'

/** Where the voter draws their name with a finger. What was drawn is the page's: it outlives going back and forth. */
export function SignaturePad({ strokes, onChange }: SignaturePadProps) {
  const { draw, lift } = useDrawing(strokes, onChange)
  return (
    <>
      <View className={classes(styles, 'pad')}>
        <PadCanvas id={CANVAS} label="签名框，请用手指写姓名" onDraw={draw} onLift={lift} />
        {strokes.length === 0 && (
          <View className={classes(styles, 'hint')}>在框里用手指写您的姓名</View>
        )}
      </View>
      {strokes.length > 0 && (
        <>
          <Button kind="quiet" id="signature-undo" onPress={() => onChange(strokes.slice(0, -1))}>
            撤回一笔
          </Button>
          <Button kind="quiet" id="signature-clear" onPress={() => onChange([])}>
            清空重写
          </Button>
        </>
      )}
    </>
  )
}

/** Touches as strokes, drawn as they come; a stroke is the page's once the finger is lifted. */
function useDrawing(strokes: Strokes, onChange: (strokes: Strokes) => void) {
  const pen = useRef<Pen>()
  const drawing = useRef<number[]>([])
  const shown = useRef(strokes)

  useEffect(() => {
    shown.current = strokes
    drawAll(pen.current, strokes)
  }, [strokes])
  useEffect(() => {
    let isGone = false
    void penOn(CANVAS).then((found) => {
      if (isGone) return
      pen.current = found
      drawAll(found, shown.current)
    })
    return () => {
      isGone = true
    }
  }, [])

  const draw = useCallback(({ touches }: Touched): void => {
    const [touch] = touches
    const held = pen.current
    if (!touch || !held || !hasRoom([...shown.current, drawing.current])) return
    drawing.current = longer(drawing.current, pointAt(touch, held.box()))
    held.line(drawing.current.slice(-4))
  }, [])
  const told = useRef(onChange)
  useEffect(() => {
    told.current = onChange
  })
  const lift = useCallback((): void => {
    if (drawing.current.length === 0) return
    const next = [...shown.current, drawing.current]
    drawing.current = []
    // The next stroke may be done before the page has drawn this one.
    shown.current = next
    told.current(next)
  }, [])
  return { draw, lift }
}

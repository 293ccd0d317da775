import { useEffect } from 'react'
import { View } from '@tarojs/components'
import type { Strokes } from '#shared/votes/signature.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { PadCanvas } from './pad-canvas.tsx'
import { drawAll, penOn } from './pad.ts'
import styles from './signature.module.scss'

interface SignatureShownProps {
  readonly head: string
  readonly strokes: Strokes
}

/** A signature as it was drawn. */
export function SignatureShown({ head, strokes }: SignatureShownProps) {
  const id = `signed-${head}`
  useEffect(() => {
    void penOn(id).then((pen) => drawAll(pen, strokes))
  }, [id, strokes])
  return (
    <View className={classes(styles, 'pad')}>
      <PadCanvas id={id} label={`我的签名，一共 ${strokes.length} 笔`} />
    </View>
  )
}

import { useMemo } from 'react'
import { Image, View } from '@tarojs/components'
import qrcode from 'qrcode-generator'
import { classes } from './classes.ts'
import styles from './qr-code.module.scss'
import { spoken } from './spoken.ts'

// ISO/IEC 18004: a quiet zone of four modules on each side.
const QUIET = 4
/** Within a card on the narrowest phone, 320 px wide. */
const WIDEST_PX = 256
// `M` mends 15 %: enough for a clean screen, and coarse modules for an old camera.
const MENDS = 'M'

interface QrCodeProps {
  readonly id: string
  /** ASCII: what it says once it is scanned. */
  readonly text: string
  /** Read aloud. */
  readonly label: string
}

/**
 * A picture to scan, black on white at any theme, each module a whole number of px.
 * Its encoder is 20 kB: the main package must not import this file at its start.
 */
export function QrCode({ id, text, label }: QrCodeProps) {
  const { src, side } = useMemo(() => draw(text), [text])
  return (
    <View className={classes(styles, 'frame')}>
      <Image
        id={id}
        className={classes(styles, 'picture')}
        style={{ width: `${side}px`, height: `${side}px` }}
        src={src}
        {...spoken('img', { label })}
      />
    </View>
  )
}

function draw(text: string): { readonly src: string; readonly side: number } {
  const code = qrcode(0, MENDS)
  code.addData(text)
  code.make()
  const modules = code.getModuleCount() + 2 * QUIET
  const cell = Math.floor(WIDEST_PX / modules)
  return { src: code.createDataURL(cell, QUIET * cell), side: modules * cell }
}

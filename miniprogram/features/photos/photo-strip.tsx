import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PhotoView } from '#shared/complaints/contract.ts'
import { absolute } from '#miniprogram/platform/upload.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import styles from './photos.module.scss'

/** Photos beside what they show; a tap opens one large. */
export function PhotoStrip({ photos }: { readonly photos: readonly PhotoView[] }) {
  const urls = photos.flatMap(({ url }) => (url === undefined ? [] : [absolute(url)]))
  if (photos.length === 0) return null
  return (
    <View className={classes(styles, 'row')}>
      {photos.map(({ photo, state, url }, i) =>
        url === undefined ? (
          <View key={photo} className={classes(styles, 'waiting')}>
            {state === 'refused' ? '照片没有通过检查' : '照片正在检查'}
          </View>
        ) : (
          <Image
            key={photo}
            className={classes(styles, 'shown')}
            src={absolute(url)}
            mode="aspectFill"
            ariaLabel={`照片 ${i + 1}，点开看大图`}
            onClick={() => void Taro.previewImage({ current: absolute(url), urls })}
          />
        ),
      )}
    </View>
  )
}

import { Image, Text, View } from '@tarojs/components'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import styles from './photos.module.scss'
import { usePhotos, type OtherPhotos, type SentPhoto } from './use-photos.ts'

interface PhotoPickerProps {
  readonly community: string
  /** Ids of the photos that arrived. */
  readonly photos: readonly string[]
  readonly onAdd: (photo: string) => void
  readonly onRemove: (photo: string) => void
  readonly other?: OtherPhotos
  /** On the button, before there is any. */
  readonly word?: string
}

/** Choose photos and see each arrive; one that did not can be sent again. */
export function PhotoPicker(props: PhotoPickerProps) {
  const { community, photos, onAdd, onRemove, other, word = '拍照或选照片' } = props
  const { atMost, sending, add, again, remove } = usePhotos(community, photos, onAdd, other)
  const choosing = useAct(add)
  const isFull = photos.length + sending.length >= atMost
  return (
    <View>
      <View className={classes(styles, 'row')}>
        {photos.map((photo, i) => (
          <View key={photo} className={classes(styles, 'arrived')}>
            <Text>{`照片 ${i + 1}\n已传上`}</Text>
            <Removal label={`去掉照片 ${i + 1}`} onPress={() => onRemove(photo)} />
          </View>
        ))}
        {sending.map((one) => (
          <OnItsWay key={one.key} photo={one} onAgain={again} onRemove={remove} />
        ))}
      </View>
      {choosing.trouble && <NoticeBar tone="red">{choosing.trouble.detail}</NoticeBar>}
      <Button
        kind="plain"
        id="add-photo"
        busy={choosing.busy}
        busyWord="正在传照片…"
        off={isFull ? `最多 ${atMost} 张` : undefined}
        onPress={() => choosing.run()}
      >
        {photos.length === 0 ? word : '再加照片'}
      </Button>
    </View>
  )
}

interface OnItsWayProps {
  readonly photo: SentPhoto
  readonly onAgain: (key: string) => Promise<void>
  readonly onRemove: (key: string) => void
}

const OnItsWay = ({ photo, onAgain, onRemove }: OnItsWayProps) => (
  <View className={classes(styles, 'arrived')}>
    <Image className={classes(styles, 'thumb')} src={photo.path} mode="aspectFill" />
    {photo.wrong === undefined ? (
      <Text>{`正在传 ${photo.percent}%`}</Text>
    ) : (
      <>
        <Text className={classes(styles, 'wrong')}>{photo.wrong}</Text>
        <Button kind="quiet" onPress={() => onAgain(photo.key)}>
          再传一次
        </Button>
        <Removal label="去掉这张照片" onPress={() => onRemove(photo.key)} />
      </>
    )}
  </View>
)

const Removal = ({ label, onPress }: { readonly label: string; readonly onPress: () => void }) => (
  <View
    {...spoken('button', { label })}
    className={classes(styles, 'remove')}
    hoverClass={classes(styles, 'pressed')}
    onClick={onPress}
  >
    去掉
  </View>
)

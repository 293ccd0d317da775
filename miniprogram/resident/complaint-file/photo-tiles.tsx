import { Image, Text, View } from '@tarojs/components'
import { useCell } from '#miniprogram/platform/cell.ts'
import { useKeptFile } from '#miniprogram/platform/kept-files.ts'
import { useOnline } from '#miniprogram/platform/online.ts'
import { PHOTOS_AT_MOST, type QueuedPhoto } from '#miniprogram/platform/photo-queue.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import { progress } from './photo-lane.ts'
import styles from './photo-tiles.module.scss'
import type { Filing } from './use-filing.ts'

type PhotoTilesProps = Filing['photos'] & { readonly photos: readonly QueuedPhoto[] }

/** A photo first: it says most with least typing. Each says truly how far it is. */
export function PhotoTiles({ photos, choosing, again, remove }: PhotoTilesProps) {
  return (
    <View className={classes(styles, 'all')}>
      {photos.length > 0 && (
        <View className={classes(styles, 'row')}>
          {photos.map((photo, i) => (
            <PhotoTile key={photo.key} photo={photo} at={i + 1} onAgain={again} onRemove={remove} />
          ))}
        </View>
      )}
      {choosing.trouble && <NoticeBar tone="red">{choosing.trouble.detail}</NoticeBar>}
      {photos.length < PHOTOS_AT_MOST ? (
        <AddTile isFirst={photos.length === 0} choosing={choosing} />
      ) : (
        <Text className={classes(styles, 'hint')}>{`最多 ${PHOTOS_AT_MOST} 张，已经放满。`}</Text>
      )}
    </View>
  )
}

interface AddTileProps extends Pick<PhotoTilesProps, 'choosing'> {
  readonly isFirst: boolean
}

function AddTile({ isFirst, choosing }: AddTileProps) {
  const word = isFirst ? '拍照或选照片' : '再加照片'
  return (
    <View
      id="add-photo"
      {...spoken('button', { label: word })}
      className={classes(styles, 'add', isFirst && 'first')}
      hoverClass={classes(styles, 'pressed')}
      onClick={() => void choosing.run()}
    >
      <View className={classes(styles, 'camera')}>
        <View className={classes(styles, 'lens')} />
      </View>
      <Text className={classes(styles, 'word')}>{choosing.busy ? '正在打开…' : word}</Text>
      {isFirst && (
        <Text className={classes(styles, 'hint')}>拍最能说明问题的一张，没有也可以提交</Text>
      )}
    </View>
  )
}

interface PhotoTileProps {
  readonly photo: QueuedPhoto
  readonly at: number
  readonly onAgain: (key: string) => void
  readonly onRemove: (key: string) => void
}

function PhotoTile({ photo, at, onAgain, onRemove }: PhotoTileProps) {
  const { key, path, state } = photo
  const shown = useKeptFile(path)
  const percent = useCell(progress)[key] ?? 0
  const online = useOnline()
  return (
    <View className={classes(styles, 'tile')}>
      {shown == null ? (
        <View className={classes(styles, 'thumb', 'none')}>{`照片 ${at}`}</View>
      ) : (
        <Image className={classes(styles, 'thumb')} src={shown} mode="aspectFill" />
      )}
      <Text className={classes(styles, 'state', state)}>{statusOf(photo, percent, online)}</Text>
      {(state === 'failed' || photo.nextAt !== undefined) && (
        <Act word="再传一次" label={`再传照片 ${at}`} onPress={() => onAgain(key)} />
      )}
      <Act word="去掉" label={`去掉照片 ${at}`} onPress={() => onRemove(key)} />
    </View>
  )
}

function statusOf(photo: QueuedPhoto, percent: number, online: boolean): string {
  switch (photo.state) {
    case 'sent':
      return '已传上'
    case 'failed':
      return photo.wrong ?? '没有传上'
    case 'sending':
      return `正在传 ${percent}%`
    case 'waiting':
      if (!online) return '等网络恢复后传'
      return photo.nextAt === undefined ? '排队等着传' : '没传上，过一会儿自动再传'
  }
}

interface ActProps {
  readonly word: string
  readonly label: string
  readonly onPress: () => void
}

const Act = ({ word, label, onPress }: ActProps) => (
  <View
    {...spoken('button', { label })}
    className={classes(styles, 'act')}
    hoverClass={classes(styles, 'pressed')}
    onClick={onPress}
  >
    {word}
  </View>
)

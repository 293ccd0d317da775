import { Text, View } from '@tarojs/components'
import { KINDS, type Kind } from '#shared/emergencies/kinds.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { spoken } from '#miniprogram/platform/ui/spoken.ts'
import styles from './kind-tiles.module.scss'

/** One sign, seen from an arm's length, and a word that everybody says. */
const TILES: Readonly<Record<Kind, readonly [sign: string, word: string]>> = {
  fire: ['火', '失火'],
  power: ['电', '停电'],
  water: ['水', '停水'],
  gas: ['气', '停气漏气'],
  pipe: ['管', '水管爆裂'],
  sewage: ['污', '污水外溢'],
  falling: ['坠', '高空抛物'],
  facade: ['墙', '外墙脱落'],
  shock: ['触', '有人触电'],
  traffic: ['车', '交通事故'],
  fight: ['打', '打架斗殴'],
  theft: ['盗', '偷盗抢劫'],
  flood: ['汛', '暴雨积水'],
  exit: ['撤', '物业撤走'],
  other: ['急', '其他急事'],
}

/** What hurts people first. */
const ORDER = [
  ...(['fire', 'gas', 'shock', 'pipe', 'power', 'water'] as const),
  ...KINDS.filter((kind) => !['fire', 'gas', 'shock', 'pipe', 'power', 'water'].includes(kind)),
]

interface KindTilesProps {
  readonly value: Kind | undefined
  readonly onChange: (kind: Kind) => void
}

export const KindTiles = ({ value, onChange }: KindTilesProps) => (
  <View className={classes(styles, 'tiles')} {...spoken('radiogroup', { label: '发生了什么' })}>
    {ORDER.map((kind) => {
      const [sign, word] = TILES[kind]
      return (
        <View
          key={kind}
          id={`kind-${kind}`}
          {...spoken('radio', { label: word, checked: kind === value })}
          className={classes(styles, 'tile', kind === value && 'chosen')}
          hoverClass={classes(styles, 'pressed')}
          onClick={() => onChange(kind)}
        >
          <Text className={classes(styles, 'sign')}>{sign}</Text>
          <Text className={classes(styles, 'word')}>{word}</Text>
        </View>
      )
    })}
  </View>
)

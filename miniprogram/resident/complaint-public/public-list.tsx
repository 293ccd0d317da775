import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { CATEGORIES, type Category } from '#shared/complaints/categories.ts'
import type { PublicComplaint } from '#shared/complaints/lists-contract.ts'
import {
  ageWords,
  outcomeWords,
  placeWords,
  useBuildings,
  useCategoryNames,
} from '#miniprogram/features/complaints/public-words.ts'
import { stateWord } from '#miniprogram/features/complaints/words.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { Segments } from './segments.tsx'
import styles from './segments.module.scss'

const STAGES = [
  { value: 'open', label: '物业在办' },
  { value: 'up', label: '街道以上在办' },
  { value: 'done', label: '已办完' },
  { value: 'joined', label: '我家也有的' },
] as const
type Stage = (typeof STAGES)[number]['value']

export const stageIn = (asked: string | undefined): Stage =>
  STAGES.find(({ value }) => value === asked)?.value ?? 'open'

interface PublicListProps {
  readonly community: string
  readonly first: Stage
  /** Whoever has a home here may join in, and finds again what they joined. */
  readonly canJoin: boolean
}

/** What the community complains about, without persons. */
export function PublicList({ community, first, canJoin }: PublicListProps) {
  const [stage, setStage] = useState<Stage>(first)
  const [category, setCategory] = useState<Category | 'all'>('all')
  const [building, setBuilding] = useState('all')
  const names = useCategoryNames(community)
  return (
    <>
      <Card>
        <Segments
          label="看哪些"
          options={canJoin ? STAGES : STAGES.filter(({ value }) => value !== 'joined')}
          value={stage}
          onChange={setStage}
        />
        {stage !== 'joined' && (
          <View className={classes(styles, 'filters')}>
            <View className={classes(styles, 'filter')}>
              <Wheel
                id="category"
                title="哪一类"
                value={category}
                options={[
                  { value: 'all', text: '全部类别' },
                  ...CATEGORIES.map((value) => ({ value, text: names[value] ?? value })),
                ]}
                onChange={setCategory}
              />
            </View>
            <View className={classes(styles, 'filter')}>
              <Buildings community={community} value={building} onChange={setBuilding} />
            </View>
          </View>
        )}
      </Card>
      <Found
        key={stage}
        {...{ community, stage, names }}
        {...(stage !== 'joined' && category !== 'all' && { category })}
        {...(stage !== 'joined' && building !== 'all' && { building })}
      />
    </>
  )
}

interface BuildingsProps {
  readonly community: string
  readonly value: string
  readonly onChange: (building: string) => void
}

function Buildings({ community, value, onChange }: BuildingsProps) {
  const buildings = useBuildings(community)
  return (
    <Wheel
      id="building"
      title="哪栋楼"
      value={value}
      options={[
        { value: 'all', text: '全部楼栋' },
        { value: 'common', text: '公共区域' },
        ...buildings.map((name) => ({ value: name, text: name })),
      ]}
      onChange={onChange}
    />
  )
}

interface FoundProps {
  readonly community: string
  readonly stage: Stage
  readonly category?: Category
  readonly building?: string
  readonly names: ReturnType<typeof useCategoryNames>
}

function Found({ community, stage, names, ...filter }: FoundProps) {
  const { category = '', building = '' } = filter
  const buildings = useBuildings(community)
  const list = useList(`public ${community} ${stage} ${category} ${building}`, (from) =>
    stage === 'joined'
      ? api.complaints.cosigned({ community, limit: 30, ...from })
      : api.complaints.publicList({ community, stage, limit: 30, ...filter, ...from }),
  )
  if (list.query.data === undefined && list.query.trouble?.code === NOT_PUBLIC) return <NotPublic />
  return (
    <>
      <Loaded query={list.query}>
        {(items) =>
          items.length === 0 ? (
            <Empty stage={stage} isFiltered={category + building !== ''} hasMore={!!list.more} />
          ) : (
            <Card title={TITLES[stage]}>
              {items.map((card) => (
                <PublicRow key={card.number} {...{ card, names, buildings, community }} />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}

const NOT_PUBLIC = 'complaints.list_not_public'

const NotPublic = () => (
  <StateView
    title="本小区没有公开投诉目录"
    note="是否公开由社区设置，想看可以向社区提出。您自己的投诉不受影响，在“投诉”里看。"
  />
)

const TITLES: Readonly<Record<Stage, string>> = {
  open: '等得最久的在最前面',
  up: '等得最久的在最前面',
  done: '最近的在前',
  joined: '最近加入的在前',
}

const NOTHING: Readonly<Record<Stage, string>> = {
  open: '现在没有物业在办的投诉',
  up: '现在没有街道以上在办的投诉',
  done: '还没有办完的投诉',
  joined: '您还没有点过“我也是”',
}

interface EmptyProps {
  readonly stage: Stage
  readonly isFiltered: boolean
  readonly hasMore: boolean
}

function Empty({ stage, isFiltered, hasMore }: EmptyProps) {
  if (hasMore) return <StateView title="前面的里没有找到" note="点“看更多”接着找。" />
  if (isFiltered) return <StateView title="这一类或这栋楼没有" note="换一类或看全部楼栋试试。" />
  const note = stage === 'joined' ? '看到邻居的问题您家也有，点开它，按“我也是”。' : undefined
  return <StateView title={NOTHING[stage]} note={note} />
}

interface PublicRowProps extends Pick<FoundProps, 'names' | 'community'> {
  readonly card: PublicComplaint
  readonly buildings: readonly string[]
}

function PublicRow({ card, names, buildings, community }: PublicRowProps) {
  const { number, category, state, cosigns } = card
  const { word, tone } = stateWord(state, false)
  const parts = [
    ageWords(card),
    ...(cosigns === 0 ? [] : [`另有 ${cosigns} 户`]),
    outcomeWords(card) ?? '',
  ]
  return (
    <Row
      id={`public-${number}`}
      title={`${names[category] ?? category}，${placeWords(card, buildings)}`}
      note={parts.filter((part) => part !== '').join('，')}
      tag={<Tag tone={tone}>{word}</Tag>}
      onPress={() => void go('complaintNeighbour', { number, community })}
    />
  )
}

/** What stands above the list, once. */
export const WithoutPersons = () => (
  <Text className={classes(styles, 'note')}>
    这里只公开类别、楼栋、时长、状态和结果，没有姓名，也没有投诉的内容。
  </Text>
)

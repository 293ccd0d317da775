import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { PublicComplaint } from '#shared/complaints/lists-contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { ApiError } from '#miniprogram/platform/api-error.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { stateWord } from '#miniprogram/features/complaints/words.ts'
import type { Kinds } from './use-kinds.ts'
import { useSimilar } from './use-similar.ts'

interface SimilarCardProps {
  readonly community: string
  readonly about: Parameters<typeof useSimilar>[1]
  readonly kinds: Kinds
  /** With which the person joins in; none of somebody who only helps. */
  readonly unit: string | undefined
  /** Joined in, nothing is left to file. */
  readonly onDone: () => void
}

/** Before the same is filed again: to join in costs one tap, and counts the same home once. */
export function SimilarCard({ community, about, kinds, unit, onDone }: SimilarCardProps) {
  const items = useSimilar(community, about)
  if (items.length === 0 || unit === undefined) return null
  return (
    <Card title="邻居可能已经提过" id="similar">
      <Text>是同一件事就点“我也是”，不用再写一遍。</Text>
      {items.map((one) => (
        <Similar
          key={one.number}
          one={one}
          name={kinds.nameOf(one.category)}
          unit={unit}
          community={community}
          onDone={onDone}
        />
      ))}
    </Card>
  )
}

interface SimilarProps extends Pick<SimilarCardProps, 'community' | 'onDone'> {
  readonly one: PublicComplaint
  readonly name: string
  readonly unit: string
}

function Similar({ one, name, unit, community, onDone }: SimilarProps) {
  const [key] = useState(newKey)
  const { number } = one
  const join = useAct(async () => {
    await notYetTheirs(community, number, unit)
    await api.complaints.cosign({ community, number, unit }, { key })
    return true
  })
  const [isIn, setIsIn] = useState(false)
  const { word, tone } = stateWord(one.state, false)
  return (
    <View>
      <Row
        title={`${name}，${one.building ?? '公共区域'}`}
        note={`${agoOf(one.days)}提交，${homesOf(one.cosigns)}`}
        tag={<Tag tone={tone}>{word}</Tag>}
      />
      {join.trouble && <NoticeBar tone="amber">{join.trouble.detail}</NoticeBar>}
      {isIn ? (
        <>
          <NoticeBar tone="jade">
            {`已算上您家（${unit}），每家只算一次。有进展在“消息”里告诉您。`}
          </NoticeBar>
          <Button id={`done-${number}`} kind="plain" onPress={onDone}>
            好，这件不用再提交
          </Button>
        </>
      ) : (
        <Button
          id={`join-${number}`}
          kind="plain"
          busy={join.busy}
          onPress={async () => setIsIn((await join.run()) === true)}
        >
          我也是
        </Button>
      )}
    </View>
  )
}

/** @throws ApiError where it is the person's own, or their home is among those that joined in */
async function notYetTheirs(community: string, number: string, unit: string): Promise<void> {
  const { mine, joined } = await api.complaints.publicOne({ community, number })
  if (mine) throw new ApiError('client.own', '这件就是您自己提的，在“我的投诉”里能看到进展。', 409)
  if (joined.includes(unit)) {
    throw new ApiError('client.joined', `您家（${unit}）已经算在这件里了，每家只算一次。`, 409)
  }
}

const agoOf = (days: number): string => (days === 0 ? '今天' : `${days} 天前`)
const homesOf = (cosigns: number): string =>
  cosigns === 0 ? '还没有别家一起提' : `另有 ${cosigns} 家一起提`

import { useState } from 'react'
import { Text } from '@tarojs/components'
import { go } from '#miniprogram/features/pages.ts'
import { api } from '#miniprogram/platform/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import styles from './join-in.module.scss'

interface JoinInProps {
  readonly community: string
  readonly number: string
  /** Homes of the person that have not joined yet; none where they have no home here. */
  readonly homes: readonly string[]
  /** With another home the person joined already. */
  readonly again: boolean
  readonly onJoined: () => Promise<void>
}

/** “我也是”: with a home of one's own, which counts once. */
export function JoinIn({ community, number, homes, again, onJoined }: JoinInProps) {
  const [only] = homes
  const [chosen, setChosen] = useState<string>()
  const [key, setKey] = useState(newKey)
  const [told, setTold] = useState(false)
  const unit = homes.length === 1 ? only : homes.find((one) => one === chosen)
  const join = useAct(async () => {
    if (unit === undefined) return
    await api.complaints.cosign({ community, number, unit }, { key })
    setKey(newKey())
    setTold(true)
    await onJoined()
  })
  if (only === undefined) return <NoHome />
  return (
    <Card title={again ? '您的另一套房也有这个问题吗？' : '您家也有这个问题吗？'}>
      <Text className={classes(styles, 'note')}>
        点“我也是”，就用您家的名义加入，一套房只算一次。不会告诉别人是谁。
      </Text>
      {homes.length > 1 && (
        <ChoiceRow
          label="用哪套房"
          options={homes.map((value) => ({ value, label: value }))}
          value={unit}
          onChange={setChosen}
        />
      )}
      {told && <NoticeBar tone="jade">已收到，一套房只算一次。</NoticeBar>}
      {join.trouble && <NoticeBar tone="red">{join.trouble.detail}</NoticeBar>}
      <Button
        id="join-in"
        busy={join.busy}
        off={unit === undefined ? '请先选用哪套房' : undefined}
        onPress={() => join.run()}
      >
        我也是
      </Button>
    </Card>
  )
}

/** Who lives elsewhere, or has moved out, reads it and cannot join in. */
const NoHome = () => (
  <Card title="您家也有这个问题吗？">
    <Text className={classes(styles, 'note')}>
      加入要用您在本小区登记的房屋，您现在没有。登记以后可以回来点“我也是”。
    </Text>
    <Button kind="plain" id="go-homes" onPress={() => go('homes')}>
      看我的房屋
    </Button>
  </Card>
)

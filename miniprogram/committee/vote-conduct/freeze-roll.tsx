import { useState } from 'react'
import { Text } from '@tarojs/components'
import { api } from '#miniprogram/platform/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import type { Step } from './step.ts'

/** What follows from freezing, to be read before it is done: it cannot be undone. */
export function FreezeRoll({ community, vote: { vote, title }, onDone, reload, onBack }: Step) {
  const [key] = useState(newKey)
  const freeze = useAct(async () =>
    onDone(await api.votes.freezeRoll({ community, vote }, { key })),
  )
  return (
    <>
      <Card title={`确定“${title}”的名册`}>
        <Text>1. 按现在的产权清册，定下谁有投票权、各算多少面积。</Text>
        <Text>2. 以后房屋过户、清册更正，都不再影响这次表决。</Text>
        <Text>3. 表决的内容同时定下，不能再改，全体业主都能看到。</Text>
        <Text>4. 确定后不能退回草稿，只能取消表决、重新拟一次。</Text>
      </Card>
      {freeze.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {freeze.trouble.detail}
        </NoticeBar>
      )}
      <Button kind="quiet" id="back" onPress={onBack}>
        先不确定，返回
      </Button>
      <Action>
        <Button
          id="freeze-sure"
          busy={freeze.busy}
          busyWord="正在确定名册…"
          onPress={() => freeze.run()}
        >
          确定名册
        </Button>
      </Action>
    </>
  )
}

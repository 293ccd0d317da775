import { useState, type ReactNode } from 'react'
import Taro from '@tarojs/taro'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { useWhy } from '#miniprogram/features/votes/why-law.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { rulesOf } from '../rules-of.ts'

interface NoticedProps {
  readonly vote: Vote
  readonly children: ReactNode
}

/** Before the text of a noticed vote is touched: what it costs. */
export function Noticed({ vote, children }: NoticedProps) {
  const [isAgreed, setAgreed] = useState(false)
  if (vote.state !== 'noticed') return children
  return isAgreed ? (
    <>
      <NoticeBar tone="amber">保存以后，已经发出的公告就收回，要重新公告。</NoticeBar>
      {children}
    </>
  ) : (
    <Cost vote={vote} onAgree={() => setAgreed(true)} />
  )
}

function Cost({ vote, onAgree }: { readonly vote: Vote; readonly onAgree: () => void }) {
  const now = useNow()
  const { ask, answer } = useWhy('redraftNoticed')
  const days = rulesOf(vote.profile)?.noticeDays
  const opens = vote.opensAt && formatTime(new Date(vote.opensAt), now)
  return (
    <>
      <Card title="修改内容会收回公告" aside={ask}>
        <Said>{`这次表决已经公告${opens === undefined ? '' : `，原定 ${opens} 开始投票`}。`}</Said>
        <Said>1. 改一个字，公告都要收回，投票时间作废。</Said>
        <Said>
          {`2. 要重新公告，${days === undefined ? '公告的天数' : `${days} 天`}从重新公告那天起从头算。`}
        </Said>
        <Said>3. 收回过几次公告，全体业主都看得到。</Said>
        {answer !== undefined && <Said>{answer}</Said>}
      </Card>
      <Button kind="quiet" id="leave" onPress={() => Taro.navigateBack()}>
        不改，返回
      </Button>
      <Button kind="danger" id="redraft-sure" onPress={onAgree}>
        仍要修改内容
      </Button>
    </>
  )
}

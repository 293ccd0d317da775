import { useState } from 'react'
import type { QueueStage } from '#shared/complaints/contract.ts'
import { can, type Role } from '#shared/kernel/permissions.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { ComplaintRow } from '#miniprogram/features/complaints/complaint-row.tsx'
import { DeskRows } from '#miniprogram/features/complaints/desk-rows.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

interface QueueProps {
  readonly community: string
  readonly roles: readonly Role[]
}

const STAGES = [
  { value: 'open', label: '要办的', note: '等得最久的在最前面' },
  { value: 'up', label: '已转街道', note: '逾期、上交或直接找街道的' },
  { value: 'done', label: '已办结' },
] as const
const HELD = { value: 'held', label: '待社区查看', note: '内容检查拿不准的' } as const

export function Queue({ community, roles }: QueueProps) {
  // The community office also looks at what the content check left to a person.
  const office = can(roles, 'complaint:release')
  const [stage, setStage] = useState<QueueStage>('open')
  const list = useList(`queue ${community} ${stage}`, (from) =>
    api.complaints.queue({ community, stage, limit: 30, ...from }),
  )
  return (
    <>
      <DeskRows roles={roles} />
      {can(roles, 'complaint:assign') && (
        <Card>
          <Row
            id="go-work"
            title="投诉工作台"
            note="快到期、已超期、我的；批量交办；今日要看"
            onPress={() => void go('complaintQueue')}
          />
        </Card>
      )}
      <Card>
        <ChoiceRow
          label="看哪些"
          options={office ? [...STAGES, HELD] : STAGES}
          value={stage}
          onChange={setStage}
        />
      </Card>
      <Loaded query={list.query}>
        {(items) =>
          items.length === 0 ? (
            <StateView title={stage === 'open' ? '没有要办的投诉' : '这里还没有投诉'} />
          ) : (
            <Card title={stage === 'done' ? '最近的在前' : '按等待时间排列'}>
              {items.map((card) => (
                <ComplaintRow
                  key={card.number}
                  card={card}
                  mine={false}
                  office={office}
                  {...(office && { community })}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
      {can(roles, 'complaint:frozen') && (
        <Card>
          <Row
            id="open-frozen"
            title="调阅封存的投诉"
            note="提出人已注销账号的，要有依据"
            onPress={() => void go('frozenComplaint')}
          />
        </Card>
      )}
    </>
  )
}

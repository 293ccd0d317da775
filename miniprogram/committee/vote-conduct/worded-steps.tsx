import { api } from '#miniprogram/platform/api.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import type { Step } from './step.ts'
import { WordedStep } from './worded-step.tsx'

/** Ends a vote for good, with a reason that everybody reads who saw the vote. */
export function CancelVote(step: Step) {
  const { community, vote } = step
  return (
    <WordedStep
      {...step}
      id="cancel"
      word="取消表决"
      destroys
      keep="不取消，返回"
      field={{
        ...{ id: 'reason', label: '为什么取消' },
        hint: '看得到这次表决的人都会看到这个原因',
      }}
      most={500}
      send={(reason, key) => api.votes.cancel({ community, vote: vote.vote, reason }, { key })}
    >
      <NoticeBar tone="red">
        取消后不能恢复。已经投的票作废，不计票。投票截止以后就不能取消，必须公布结果。
      </NoticeBar>
    </WordedStep>
  )
}

export function ExecuteDecision(step: Step) {
  const { community, vote } = step
  return (
    <WordedStep
      {...step}
      id="execute"
      word="登记执行"
      keep="先不登记，返回"
      field={{
        ...{ id: 'execution', label: '怎么执行的' },
        hint: '例如：12 月 30 日与安居物业签订合同，2027 年 1 月 1 日起生效',
      }}
      most={300}
      send={(note, key) => deskApi.execute({ community, vote: vote.vote, note }, { key })}
    />
  )
}

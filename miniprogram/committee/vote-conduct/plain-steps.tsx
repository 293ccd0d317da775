import { api } from '#miniprogram/platform/api.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { rulesOf } from '../rules-of.ts'
import { PlainStep } from './plain-step.tsx'
import type { Step } from './step.ts'

export function PublishRoll(step: Step) {
  const { community, vote } = step
  const days = rulesOf(vote.profile)?.rollObjectionDays
  return (
    <PlainStep
      {...step}
      id="publish"
      act="publishRoll"
      word="公示名册"
      follows={[
        '按现在的产权清册，列出谁有投票权、算多少面积。姓名只显示姓，小区里的业主都能看到。',
        `业主可以提异议${days === undefined ? '' : `，一共 ${days} 天`}。确有错误的，更正产权清册，公示的名册跟着改。`,
        '异议期满、每件异议都答复以后，才能确定名册。',
        '表决的内容从现在起全体业主都能看到。公告以前还可以修改内容。',
      ]}
      send={(key) => deskApi.publishRoll({ community, vote: vote.vote }, { key })}
    />
  )
}

/** It cannot be undone. */
export function FreezeRoll(step: Step) {
  const { community, vote } = step
  return (
    <PlainStep
      {...step}
      id="freeze"
      act={vote.mode === 'advisory' ? 'freezeAdvisoryRoll' : 'freezeRoll'}
      word="确定名册"
      follows={[
        '按现在的产权清册，定下谁有投票权、各算多少面积。',
        '以后房屋过户、清册更正，都不再影响这次表决。',
        '确定后不能再改名册，只能取消表决、重新拟一次。',
      ]}
      send={(key) => api.votes.freezeRoll({ community, vote: vote.vote }, { key })}
    />
  )
}

export function PublishResult(step: Step) {
  const { community, vote } = step
  const days = rulesOf(vote.profile)?.resultObjectionDays
  return (
    <PlainStep
      {...step}
      id="publish-result"
      act="publishResult"
      word="公布结果"
      follows={[
        '全体业主都能看到每一项的人数、面积和结果。谁投了什么不会公布。',
        `业主可以对结果提异议${days === undefined ? '' : `，一共 ${days} 天`}。`,
        '异议期满、每件异议都答复以后，结果自动确定。',
      ]}
      send={(key) => deskApi.publishResult({ community, vote: vote.vote }, { key })}
    />
  )
}

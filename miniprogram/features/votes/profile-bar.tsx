import type { Vote } from '#shared/votes/contract.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface ProfileBarProps {
  readonly profile: Vote['profile']
  readonly modeSentence: string
}

/** By which rules a vote is held and what a tap legally is. A fictitious rule says so before anything else. */
export const ProfileBar = ({ profile, modeSentence }: ProfileBarProps) => (
  <NoticeBar tone={profile.fictitious ? 'amber' : 'blue'}>
    {`按“${profile.name}”进行。${modeSentence}`}
  </NoticeBar>
)

interface FictionBarProps {
  readonly rules: Pick<Vote['profile'], 'name' | 'fictitious'>
}

/** Nothing, except where the rules are no real place's. */
export const FictionBar = ({ rules: { name, fictitious } }: FictionBarProps) =>
  fictitious ? (
    <NoticeBar tone="amber">{`演示：按“${name}”进行，现实中没有法律效力。`}</NoticeBar>
  ) : null

import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { VoteState } from '../terms.ts'
import { STATE_NAMES } from '../words.ts'
import { stateAt, type Life } from './life.ts'

type Conducted = Decision<VoteState, 'votes.wrong_state'>

const onlyWhile =
  (act: string, states: readonly VoteState[]) =>
  (life: Life, now: Date): Conducted => {
    const state = stateAt(life, now)
    if (states.includes(state)) return accept(state)
    return refuse('votes.wrong_state', { state: STATE_NAMES[state], act })
  }

/** Who counts and what is asked are fixed together: once there is a roll, the text stands. */
export const canRedraft = onlyWhile('修改内容', ['draft'])

/** The roll is frozen once, before the notice: 建房〔2009〕274号 arts. 23 and 24. */
export const canFreezeRoll = onlyWhile('冻结业主名册', ['draft'])

/** Only what was noticed may be voted on, so it is noticed once: 物业管理条例 art. 14. */
export const canGiveNotice = onlyWhile('发出公告', ['roll_frozen'])

/** Once the ballot has closed there is a result, whatever it says. */
export const canCancel = onlyWhile('取消', ['draft', 'roll_frozen', 'noticed', 'open'])

/** What has no roll yet concerns nobody but the committee. */
export const isPublic = (vote: { readonly roll?: object | undefined }): boolean =>
  vote.roll !== undefined

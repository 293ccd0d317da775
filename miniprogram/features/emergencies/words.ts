import type { EmergencyCard } from '#shared/emergencies/contract.ts'
import { STATE_NAMES, type State } from '#shared/emergencies/rules.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Tone } from '#miniprogram/platform/ui/tone.ts'

const TONES: Readonly<Record<State, Tone>> = {
  reported: 'amber',
  confirmed: 'red',
  handling: 'red',
  restored: 'jade',
  reviewed: 'grey',
  dismissed: 'grey',
}

export const stateOf = ({ state, unverified }: EmergencyCard) => ({
  tone: TONES[state],
  word: unverified ? '居民上报，待核实' : STATE_NAMES[state],
})

/** Since when, and when it should be over or was: one line. */
export function timesOf(card: EmergencyCard, now: Date): string {
  const at = (time: string): string => formatTime(new Date(time), now)
  const since = `${at(card.reportedAt)} 起`
  if (card.restoredAt !== undefined) return `${since}，${at(card.restoredAt)} 恢复`
  if (card.state === 'dismissed') return `${at(card.reportedAt)} 上报`
  return card.expectedAt === undefined
    ? `${since}，恢复时间还没定`
    : `${since}，预计 ${at(card.expectedAt)} 恢复`
}

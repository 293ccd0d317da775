import { accept, refuse } from '#shared/kernel/decision.ts'
import type { Correction } from './correction-contract.ts'

/** Nobody floods the register office: so many may wait at once. */
export const OPEN_AT_MOST = 5

export const mayAsk = (waiting: number) =>
  waiting < OPEN_AT_MOST ? accept(true) : refuse('privacy.too_many_corrections', { open: waiting })

/** Answered once: who thinks otherwise asks anew, and both answers stay. */
export const mayAnswer = (correction: Pick<Correction, 'state'>) =>
  correction.state === 'open' ? accept(true) : refuse('privacy.correction_answered')

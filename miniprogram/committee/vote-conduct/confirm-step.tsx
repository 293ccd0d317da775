import { ConfirmCount } from '#miniprogram/features/votes/confirm-count.tsx'
import type { Step } from './step.ts'

/** The committee's look at the count; the community has its own. */
export const ConfirmStep = ({ community, vote, onDone, onBack }: Step) => (
  <ConfirmCount {...{ community, onDone }} vote={vote.vote} office="committee" onBack={onBack} />
)

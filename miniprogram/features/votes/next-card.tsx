import { formatTime } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Said } from '../bindings/said.tsx'
import { stepOf } from './next-steps.ts'
import { useWhy } from './why-law.tsx'

type Known = Pick<Vote, 'state' | 'mode' | 'next'>

/** What comes next, what is missing for it, from when on it can happen, and why the law wants it so. */
export function NextCard({ vote }: { readonly vote: Known }) {
  const step = stepOf(vote)
  return step ? <Step vote={vote} step={step} /> : null
}

interface StepProps {
  readonly vote: Known
  readonly step: NonNullable<ReturnType<typeof stepOf>>
}

function Step({ vote: { next }, step: { words, law } }: StepProps) {
  const now = useNow()
  const { ask, answer } = useWhy(law)
  const time = next.possibleAt && formatTime(new Date(next.possibleAt), now)
  const isTold = time !== undefined && next.missing.some((one) => one.includes(time))
  return (
    <Card id="next-step" title={`下一步：${words}`} aside={ask}>
      {next.missing.length === 0 && <Said>都齐了，现在就可以办。</Said>}
      {next.missing.map((one) => (
        <Said key={one}>{/[。！？]$/.test(one) ? one : `${one}。`}</Said>
      ))}
      {time !== undefined && !isTold && <Said>{`最早 ${time}。`}</Said>}
      {answer !== undefined && <Said>{answer}</Said>}
    </Card>
  )
}

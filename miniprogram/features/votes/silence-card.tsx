import type { Vote } from '#shared/votes/contract.ts'
import { SILENCE_NAMES } from '#shared/votes/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Said } from '../bindings/said.tsx'

/** What is made of those who do not answer, where it is anything: every owner reads it before they vote. */
export const SilenceCard = ({ silence }: { readonly silence: Vote['silence'] }) =>
  silence && silence.policy !== 'NOT_PARTICIPATING' ? (
    <Card title="没有交回表决票的怎么算">
      <Said>{`${SILENCE_NAMES[silence.policy]}。`}</Said>
      <Said>
        只对已经送达、有送达记录的业主这样算；已投的票没有过半的、重大事项，都不这样算。两种算法的结果会一起公布。
      </Said>
      {silence.clause !== undefined && <Row title="依据的条款" note={silence.clause} />}
      {silence.warning !== undefined && <Row title="印在表决票上的话" note={silence.warning} />}
    </Card>
  ) : null

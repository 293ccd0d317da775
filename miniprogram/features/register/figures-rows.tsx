import type { RegisterFigures } from '#shared/register/terms.ts'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { figuresWords } from './words.ts'

interface FiguresRowsProps {
  readonly figures: RegisterFigures
  /** What they were: named where they differ. */
  readonly before?: RegisterFigures | undefined
}

/** What a register amounts to. */
export const FiguresRows = ({ figures, before }: FiguresRowsProps) => {
  const was = before && figuresWords(before)
  return (
    <>
      {figuresWords(figures).map(({ name, note, value }, i) => {
        const old = was?.[i]?.value
        const changed = old !== undefined && old !== value ? `原来 ${old}` : undefined
        return <Row key={name} title={name} note={changed ?? note} value={value} />
      })}
    </>
  )
}

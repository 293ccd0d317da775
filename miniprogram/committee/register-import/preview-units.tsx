import type { Preview } from '#shared/register/terms.ts'
import type { UnitChange } from '#shared/register/diff.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { grouped } from '#miniprogram/features/grouped.ts'
import { ChangeList } from '#miniprogram/features/register/change-list.tsx'
import { Fold } from '#miniprogram/features/register/fold.tsx'
import { CHANGE_WORDS } from '#miniprogram/features/register/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'

interface PreviewUnitsProps {
  readonly community: string
  readonly id: string
  readonly preview: Preview
}

/** Every home that would be new, changed or gone, for whoever wants to see them. */
export const PreviewUnits = ({ community, id, preview }: PreviewUnitsProps) => {
  const kinds = (['removed', 'changed', 'added'] as const).filter((kind) => preview[kind] > 0)
  if (kinds.length === 0) return null
  return (
    <Card title="一户一户看">
      {kinds.map((kind) => (
        <Fold
          key={kind}
          id={`see-${kind}`}
          show={`看${CHANGE_WORDS[kind]}的 ${grouped(preview[kind])} 套`}
          hide={`收起${CHANGE_WORDS[kind]}的`}
        >
          {() => <Units community={community} id={id} change={kind} />}
        </Fold>
      ))}
    </Card>
  )
}

interface UnitsProps extends Omit<PreviewUnitsProps, 'preview'> {
  readonly change: UnitChange['change']
}

function Units({ community, id, change }: UnitsProps) {
  const list = useList(`preview ${id} ${change}`, (from) =>
    registerApi.previewUnits({ community, import: id, change, limit: 20, ...from }),
  )
  return <ChangeList list={list} />
}

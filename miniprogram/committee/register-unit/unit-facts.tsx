import { formatArea } from '#shared/kernel/area.ts'
import type { UnitShown } from '#shared/register/terms.ts'
import {
  AREA_SOURCE_WORDS,
  coOwnershipWords,
  KIND_WORDS,
  STATUS_WORDS,
} from '#miniprogram/features/register/words.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

/** Each fact with where it comes from. */
export const UnitFacts = ({ unit }: { readonly unit: UnitShown }) => (
  <>
    <Card title="这一户" id="facts">
      <Row
        title="建筑面积"
        note={`来源：${AREA_SOURCE_WORDS[unit.areaSource ?? 'register']}`}
        value={formatArea(unit.areaCenti)}
      />
      <Row title="用途" value={KIND_WORDS[unit.kind]} />
      <Row title="交付" value={STATUS_WORDS[unit.status]} />
      {unit.developer && <Row title="由谁持有" value={unit.developer.name} />}
    </Card>
    <Owners unit={unit} />
  </>
)

function Owners({ unit }: { readonly unit: UnitShown }) {
  const { owners, status, representative, coOwnership } = unit
  const isShared = owners.length > 1
  return (
    <Card title={titleOf(unit)} id="owners">
      {owners.map(({ key, name, organisation }) => (
        <Row
          key={key}
          title={name}
          note={organisation ? '单位' : undefined}
          value={key === representative ? '产权代表' : undefined}
        />
      ))}
      {isShared && <Row title="共有方式" note={coOwnershipWords(coOwnership)} />}
      {isShared && representative === undefined && status === 'delivered' && (
        <Row title="产权代表" note="还没有推选。共有人要推选一人投票，算一票。" />
      )}
      {owners.length === 0 && <Row title="没有业主" note="还没有卖出" />}
    </Card>
  )
}

const titleOf = ({ owners, status }: UnitShown): string => {
  if (status !== 'delivered') return owners.length === 0 ? '业主' : '买房人（交付后才是业主）'
  return owners.length > 1 ? `业主（${owners.length} 人共有）` : '业主'
}

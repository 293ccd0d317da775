import { formatArea } from '#shared/kernel/area.ts'
import { WAY_NAMES } from '#shared/votes/serving/words.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { grouped } from '#miniprogram/features/grouped.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'

interface BuildingsProps {
  readonly community: string
  readonly vote: string
  readonly title: string
  readonly onChoose: (building: string) => void
}

export const buildingName = (building: string): string =>
  building === '' ? '不在楼栋内' : `${building} 栋`

/** How far it is, on both axes, and where somebody has still to go. */
export function Buildings({ community, vote, title, onChoose }: BuildingsProps) {
  const query = useQuery(`serving ${vote}`, () => deskApi.servingState({ community, vote }))
  return (
    <Loaded query={query}>
      {({ units, heads, areaCenti, buildings, accepted }) => (
        <>
          <Card title={title}>
            <Row
              title="已送达户数"
              value={`${grouped(units.served)} / ${grouped(units.total)} 户`}
            />
            <Row
              title="已送达人数"
              value={`${grouped(heads.served)} / ${grouped(heads.total)} 人`}
            />
            <Row
              title="已送达面积"
              value={`${formatArea(areaCenti.served)} / ${formatArea(areaCenti.total)}`}
            />
            <Said>
              {`按本次表决的规则，算作送达的方式：${accepted.map((way) => WAY_NAMES[way]).join('、')}。`}
            </Said>
          </Card>
          <Card title="按楼栋">
            {buildings.map((one) => (
              <Row
                key={one.building}
                id={`building-${one.building}`}
                title={buildingName(one.building)}
                note={`已送达 ${one.served} 户，共 ${one.units} 户`}
                tag={
                  one.served === one.units ? (
                    <Tag tone="jade">已送完</Tag>
                  ) : (
                    <Tag tone="amber">{`还差 ${one.units - one.served} 户`}</Tag>
                  )
                }
                onPress={() => onChoose(one.building)}
              />
            ))}
          </Card>
        </>
      )}
    </Loaded>
  )
}

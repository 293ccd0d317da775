import type { ServingUnit } from '#shared/votes/serving/serving.ts'
import { WAY_NAMES } from '#shared/votes/serving/words.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { buildingName } from './buildings.tsx'

interface BuildingProps {
  readonly community: string
  readonly vote: string
  readonly building: string
  readonly onUnit: (unit: ServingUnit) => void
  readonly onBack: () => void
}

/** Homes in the order one walks past them, those still to be reached first. */
export function Building({ community, vote, building, onUnit, onBack }: BuildingProps) {
  const list = useList(`serving ${vote} ${building}`, async ({ cursor }) => {
    const page = await deskApi.servingUnits({
      ...{ community, vote, building },
      ...(cursor !== undefined && { from: Number(cursor) }),
    })
    return { items: page.units, ...(page.next !== undefined && { cursor: String(page.next) }) }
  })
  const print = useAct(async () => {
    const { html } = await deskApi.servingSheet({ community, vote, building })
    await saveText(`送达清单-${buildingName(building)}.html`, html)
  })
  return (
    <>
      <Button kind="quiet" id="all-buildings" onPress={onBack}>
        返回楼栋列表
      </Button>
      <Loaded query={list.query}>
        {(units) => (
          <Card title={buildingName(building)}>
            {units.map((unit) => (
              <Row
                key={unit.unit}
                id={`unit-${unit.unit}`}
                title={unit.unit}
                note={noteOf(unit)}
                tag={unit.served ? <Tag tone="jade">已送达</Tag> : <Tag tone="amber">没有送达</Tag>}
                onPress={() => onUnit(unit)}
              />
            ))}
          </Card>
        )}
      </Loaded>
      <More list={list} />
      {print.trouble && <NoticeBar tone="red">{print.trouble.detail}</NoticeBar>}
      <Button kind="plain" id="print" busy={print.busy} onPress={() => print.run()}>
        生成可打印的送达清单
      </Button>
    </>
  )
}

function noteOf({ owners, ways }: ServingUnit): string {
  const who = owners.join('、')
  return ways.length === 0 ? who : `${who}。${ways.map((way) => WAY_NAMES[way]).join('、')}`
}

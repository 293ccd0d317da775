import { useState } from 'react'
import { Text } from '@tarojs/components'
import type { UnitShown } from '#shared/register/terms.ts'
import { formatArea } from '#shared/kernel/area.ts'
import { formatDay } from '#shared/kernel/calendar.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { grouped } from '#miniprogram/features/grouped.ts'
import { go } from '#miniprogram/features/pages.ts'
import { KIND_WORDS, ownersWords } from '#miniprogram/features/register/words.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

export interface Search {
  readonly building?: string
  readonly unit?: string
  readonly owner?: string
  /** As of this day; absent: as it is now. */
  readonly day?: string
}

interface UnitsFoundProps {
  readonly community: string
  /** Results are those of this version. */
  readonly version: number
  readonly search: Search
}

/** Homes with their owners, of the day that was asked for. */
export function UnitsFound({ community, version, search }: UnitsFoundProps) {
  const now = useNow()
  const [total, setTotal] = useState<number>()
  const about = `units ${community} ${version} ${JSON.stringify(search)}`
  const list = useList(about, async (from) => {
    const page = await registerApi.units({ community, limit: 10, ...search, ...from })
    setTotal(page.total)
    return page
  })
  return (
    <>
      {search.day !== undefined && (
        <NoticeBar tone="blue">
          {`下面是 ${formatDay(search.day, now)}那天的业主。点开一户，看到的是现在的情况和换过的业主。`}
        </NoticeBar>
      )}
      <Loaded query={list.query} cards={1}>
        {(units) =>
          units.length === 0 ? (
            <StateView
              title="没有找到"
              note="请核对房号或姓名。姓名要和名册上写的一样，可以只写其中几个字。"
            />
          ) : (
            <>
              <Text>{`找到 ${grouped(total ?? units.length)} 户`}</Text>
              {units.map((unit) => (
                <UnitRow key={unit.unit} unit={unit} />
              ))}
            </>
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}

const UnitRow = ({ unit }: { readonly unit: UnitShown }) => (
  <Row
    id={`unit-${unit.unit}`}
    title={unit.unit}
    note={`${KIND_WORDS[unit.kind]}，${ownersWords(unit.owners.map(({ name }) => name))}`}
    value={formatArea(unit.areaCenti)}
    onPress={() => void go('registerUnit', { unit: unit.unit })}
  />
)

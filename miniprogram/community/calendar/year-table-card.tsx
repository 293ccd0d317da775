import { useState } from 'react'
import { View } from '@tarojs/components'
import { monthsIn } from '#shared/clocks/table-words.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { MonthGrid } from '../month-grid.tsx'
import type { ShownTable } from './shown-table.ts'

interface YearTableCardProps {
  readonly table: ShownTable
  readonly today: string
}

const monthWord = (month: string): string =>
  `${month.slice(0, 4)} 年 ${Number(month.slice(5, 7))} 月`

/** A year: its notice, the months it speaks of in words, and one month at a time as a calendar. */
export function YearTableCard({ table, today }: YearTableCardProps) {
  const { year, source, off, worked } = table
  const first = today.startsWith(String(year)) ? today.slice(0, 7) : `${year}-01`
  const [month, setMonth] = useState(first)
  const at = Number(month.slice(5, 7))
  const step = (to: number): void => setMonth(`${year}-${String(to).padStart(2, '0')}`)
  return (
    <>
      <Card title={`${year} 年的放假安排`}>
        <Row title="依据" note={source} />
        <Row
          title={`休 ${off.length} 天，班 ${worked.length} 天`}
          note="其余的天按周一至周五上班"
        />
        {monthsIn(table).map((one) => (
          <Row
            key={one.month}
            id={`month-${one.month}`}
            title={monthWord(one.month)}
            note={one.words.join('，')}
            onPress={() => setMonth(one.month)}
          />
        ))}
      </Card>
      <Card title={monthWord(month)}>
        <MonthGrid month={month} table={table} />
        <View>
          {at > 1 && (
            <Button kind="quiet" id="month-before" onPress={() => step(at - 1)}>
              {`看 ${at - 1} 月`}
            </Button>
          )}
          {at < 12 && (
            <Button kind="quiet" id="month-after" onPress={() => step(at + 1)}>
              {`看 ${at + 1} 月`}
            </Button>
          )}
        </View>
      </Card>
    </>
  )
}

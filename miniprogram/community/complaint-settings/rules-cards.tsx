import type { ClockName, ClockRule } from '#shared/clocks/rule.ts'
import { formatPeriod } from '#shared/clocks/words.ts'
import {
  DEFAULT_PERIODS,
  goesUpByItself,
  type CategorySetting,
  type Settings,
} from '#shared/complaints/settings.ts'
import {
  afterWords,
  basisWords,
  PERIOD_CLOCKS,
  PERIOD_TITLES,
  warningWords,
} from '#shared/complaints/settings-words.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'

interface RulesCardProps {
  readonly settings: Settings
}

export const CategoryCard = ({ settings }: RulesCardProps) => (
  <Card title="类别">
    {settings.categories.map((one) => (
      <Row
        key={one.category}
        id={`category-${one.category}`}
        title={one.name}
        note={notesOf(one, settings)}
        tag={one.on ? undefined : <Tag tone="grey">已停用</Tag>}
        onPress={() => void go('complaintSettingsEdit', { part: 'category', id: one.category })}
      />
    ))}
  </Card>
)

function notesOf({ periods, departments }: CategorySetting, settings: Settings): string {
  const own = PERIOD_CLOCKS.flatMap((clock) => {
    const rule = periods[clock]
    return rule ? `${PERIOD_TITLES[clock]} ${formatPeriod(rule)}` : []
  })
  const names = departments.flatMap(
    (id) => settings.departments.find((one) => one.id === id)?.name ?? [],
  )
  return [
    ...(own.length > 0 ? [`单独的期限：${own.join('、')}`] : []),
    names.length > 0 ? `通常转给${names.join('、')}` : '没有指定部门',
  ].join('；')
}

export const PeriodCard = ({ settings: { periods } }: RulesCardProps) => (
  <Card title="全小区的期限">
    <Said>写着“默认”的，文件没有规定多久，由本小区定。</Said>
    {PERIOD_CLOCKS.map((clock) => {
      const rule = periods[clock] ?? DEFAULT_PERIODS[clock]
      if (!rule) return null
      return (
        <Row
          key={clock}
          id={`period-${clock}`}
          title={PERIOD_TITLES[clock]}
          note={periodNotes(clock, rule)}
          value={formatPeriod(rule)}
          onPress={() => void go('complaintSettingsEdit', { part: 'period', id: clock })}
        />
      )
    })}
  </Card>
)

/** What comes before and after it, and on what it rests where that is not said above. */
const periodNotes = (clock: ClockName, rule: ClockRule): string =>
  [
    warningWords(rule),
    goesUpByItself(clock) ? afterWords(clock, rule) : '逾期上一级看得到',
    rule.confidence === 'ours' ? '默认' : `依据：${basisWords(rule)}`,
  ].join('。')

import { Text } from '@tarojs/components'
import type { Field as Meaning } from '#shared/register/column-names.ts'
import type { ImportSheet } from '#shared/register/terms.ts'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { Line } from '#miniprogram/features/register/entry.tsx'
import { Fold } from '#miniprogram/features/register/fold.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import {
  columnsOf,
  fieldLabel,
  FIRST_FIELDS,
  isNeeded,
  OTHER_FIELDS,
  rowWords,
  samplesOf,
  withColumn,
  type Mapping,
} from './mapping.ts'

interface SheetMappingProps {
  readonly sheet: ImportSheet
  readonly mapping: Mapping
  readonly onChange: (to: Mapping) => void
}

/** Each thing we want to know of a home, and the column it stands in. */
export const SheetMapping = ({ sheet, mapping, onChange }: SheetMappingProps) => (
  <>
    <HeaderRow sheet={sheet} mapping={mapping} onChange={onChange} />
    <Card title="各写在哪一列">
      <Columns fields={FIRST_FIELDS} sheet={sheet} mapping={mapping} onChange={onChange} />
      <Fold id="other-fields" show="还有别的列要选" hide="收起别的列">
        {() => (
          <Columns fields={OTHER_FIELDS} sheet={sheet} mapping={mapping} onChange={onChange} />
        )}
      </Fold>
    </Card>
  </>
)

const HEADERS_SHOWN = 8

function HeaderRow({ sheet, mapping, onChange }: SheetMappingProps) {
  const { headerRow } = mapping
  const rows = sheet.rows.filter(({ row }) => rowWords(sheet, row) !== '').slice(0, HEADERS_SHOWN)
  return (
    <Card title="哪一行写着各列的名称">
      <Text>
        {headerRow === 0
          ? '没有这样一行，第一行就是数据。'
          : `第 ${headerRow} 行：${rowWords(sheet, headerRow)}`}
      </Text>
      <Fold id="other-row" show="不是这一行，重新选" hide="收起">
        {() => (
          <ChoiceRow
            label="哪一行写着各列的名称"
            options={[
              ...rows.map(({ row }) => ({
                value: String(row),
                label: `第 ${row} 行`,
                note: rowWords(sheet, row),
              })),
              { value: '0', label: '没有这样一行' },
            ]}
            value={String(headerRow)}
            onChange={(row) => onChange({ ...mapping, headerRow: Number(row) })}
          />
        )}
      </Fold>
    </Card>
  )
}

const NONE = -1

interface ColumnsProps extends SheetMappingProps {
  readonly fields: readonly Meaning[]
}

function Columns({ fields, sheet, mapping, onChange }: ColumnsProps) {
  const columns = columnsOf(sheet, mapping.headerRow)
  const there = columns.map((text, value) => ({ value, text }))
  return fields.map((field) => {
    const column = mapping.columns[field]
    const options = isNeeded(field) ? there : [{ value: NONE, text: '没有这一列' }, ...there]
    const samples = column === undefined ? '' : samplesOf(sheet, mapping.headerRow, column)
    return (
      <Field key={field} label={fieldLabel(field)}>
        <Wheel
          id={`column-${field}`}
          title={fieldLabel(field)}
          value={column ?? (isNeeded(field) ? undefined : NONE)}
          options={options}
          onChange={(to) => onChange(withColumn(mapping, field, to === NONE ? undefined : to))}
        />
        {samples !== '' && <Line>{`例如：${samples}`}</Line>}
      </Field>
    )
  })
}

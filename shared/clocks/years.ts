import type { YearTable } from './year-table.ts'

/** The State Council's notices of what is off and what is worked; the law behind them is 全国年节及纪念日放假办法. */
export const YEAR_TABLES: readonly YearTable[] = [
  {
    year: 2024,
    off: [
      '2024-01-01',
      ...days('2024-02', 10, 17),
      ...days('2024-04', 4, 6),
      ...days('2024-05', 1, 5),
      '2024-06-10',
      ...days('2024-09', 15, 17),
      ...days('2024-10', 1, 7),
    ],
    worked: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
    source: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号，2023-10-25）',
    confidence: 'full_text',
  },
  {
    year: 2025,
    off: [
      '2025-01-01',
      ...days('2025-01', 28, 31),
      ...days('2025-02', 1, 4),
      ...days('2025-04', 4, 6),
      ...days('2025-05', 1, 5),
      '2025-05-31',
      ...days('2025-06', 1, 2),
      ...days('2025-10', 1, 8),
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号，2024-11-12）',
    confidence: 'full_text',
  },
  {
    year: 2026,
    off: [
      ...days('2026-01', 1, 3),
      ...days('2026-02', 15, 23),
      ...days('2026-04', 4, 6),
      ...days('2026-05', 1, 5),
      ...days('2026-06', 19, 21),
      ...days('2026-09', 25, 27),
      ...days('2026-10', 1, 7),
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    source: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号，2025-11-04）',
    confidence: 'full_text',
  },
]

/** `2026-10-01` to `2026-10-07` of one month, as the notices word it. */
function days(month: string, first: number, last: number): string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, n) => `${month}-${String(first + n).padStart(2, '0')}`,
  )
}

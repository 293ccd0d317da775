import { asWritten, escaped, printable } from '#shared/kernel/markup.ts'
import { DIFFERENCE_NAMES, FIGURE_NAMES } from '#shared/votes/papers/words.ts'
import type { PaperFigures, PaperReport } from '#shared/votes/papers/terms.ts'
import { onPaper } from './printed-words.ts'

interface About {
  readonly communityName: string
  readonly title: string
  readonly madeAt: string
}

const COLUMNS = Object.keys(FIGURE_NAMES) as (keyof typeof FIGURE_NAMES)[]
const OFFICE_NAMES = { committee: '业委会', community: '社区' } as const

/** To be signed and kept with the minutes: 建房〔2009〕274号 art. 30. */
export function reportPage(about: About, report: Omit<PaperReport, 'html'>): string {
  const { total, buildings, differences, declarations, serials, voidSerials } = report
  return printable(
    { title: `纸质表决票核对表 ${about.title}`, size: 'A4', style: STYLE },
    `<h1>${escaped(about.communityName)}纸质表决票核对表</h1>`,
    `<p>${asWritten(about.title)}。制表时间：${onPaper(about.madeAt)}。</p>`,
    '<table><thead><tr><th>楼栋</th>',
    ...COLUMNS.map((name) => `<th>${FIGURE_NAMES[name]}</th>`),
    '</tr></thead><tbody>',
    ...buildings.map((row) => line(row.building === '' ? '其他' : `${row.building}栋`, row)),
    line('合计', total),
    '</tbody></table>',
    '<p>印制 = 未发出 + 已发未收 + 收回 + 作废 + 遗失。</p>',
    `<p>印制票号：${escaped(serials === '' ? '没有' : serials)}</p>`,
    `<p>作废票号：${escaped(voidSerials === '' ? '没有' : voidSerials)}</p>`,
    '<h2>不相符的和说明</h2>',
    ...(differences.length === 0 ? ['<p>没有。</p>'] : []),
    ...differences.map(
      ({ kind, count }) =>
        `<p>${DIFFERENCE_NAMES[kind]}：<strong>${count}</strong>。${notesOn(kind, declarations)}</p>`,
    ),
    '<h2>核对</h2>',
    ...declarations.map(
      ({ office, by, at }) =>
        `<p>${OFFICE_NAMES[office]} ${escaped(by)}，${onPaper(at)} 确认。</p>`,
    ),
    '<p class="sign">业委会签名：＿＿＿＿＿＿＿＿　社区签名：＿＿＿＿＿＿＿＿</p>',
  )
}

const STYLE = 'th,td{text-align:center;font-size:10pt}.sign{margin-top:24px;line-height:2.4}'

const line = (name: string, figures: PaperFigures): string =>
  `<tr><th scope="row">${escaped(name)}</th>${COLUMNS.map((one) => `<td>${figures[one]}</td>`).join('')}</tr>`

const notesOn = (kind: string, declarations: PaperReport['declarations']): string =>
  declarations
    .flatMap(({ office, notes }) =>
      notes
        .filter((note) => note.kind === kind)
        .map(({ text }) => `${OFFICE_NAMES[office]}：${asWritten(text.replace(/。$/, ''))}`),
    )
    .join('；')

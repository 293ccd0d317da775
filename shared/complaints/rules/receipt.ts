import { formatDay, dayOf } from '#shared/kernel/calendar.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { CATEGORY_NAMES } from '../categories.ts'
import type { Complaint } from '../views.ts'
import type { Receipt } from '../window-contract.ts'
import { asWritten, escaped, printable } from '#shared/kernel/markup.ts'
import { whatNext } from './what-next.ts'

interface Handed {
  readonly communityName: string
  readonly complaint: Complaint
  readonly receipt: Receipt
}

/** Paper is kept for years: its day has its year. */
const LONG_AGO = new Date(0)

/** What a receipt says, a line each: label and words. On the screen and on paper it is the same. */
export function receiptLines(
  { complaint, receipt, communityName }: Handed,
  now: Date,
): readonly (readonly [label: string, words: string])[] {
  const { filedBy, category, place, text } = complaint
  const until = receipt.codeUntil && formatDay(dayOf(new Date(receipt.codeUntil)), now)
  return [
    ['小区', communityName],
    ['提出人', filedBy.name],
    ['日期', formatDay(dayOf(new Date(complaint.filedAt)), LONG_AGO)],
    ['问题', `${CATEGORY_NAMES[category]}，${place}`],
    ['说了什么', text],
    ['谁来办', whatNext(complaint, now)],
    [
      '怎么问',
      `到社区窗口或打社区电话，报编号 ${formatNumber(complaint.number)}，就能问到办得怎样。`,
    ],
    ...(receipt.code === undefined
      ? []
      : [
          [
            '以后用手机',
            `在微信小程序“家园”登记房屋后，点“投诉”里的“凭回执认领”，输入编号和认领码。${until ?? ''}前有效，只能用一次，不要给别人看。`,
          ] as const,
        ]),
  ]
}

/** The paper itself, as large as half a sheet: large letters, and nothing that must be fetched. */
export function receiptPage(handed: Handed, now: Date): string {
  const { complaint, receipt } = handed
  const { code } = receipt
  const rows = receiptLines(handed, now).map(
    ([label, words]) => `<tr><th scope="row">${label}</th><td>${asWritten(words)}</td></tr>`,
  )
  return printable(
    {
      title: `投诉回执 ${formatNumber(complaint.number)}`,
      size: 'A5',
      style:
        'body{font-size:13pt;max-width:116mm}th{white-space:nowrap}.big{font-size:20pt;font-weight:700;letter-spacing:1px}',
    },
    '<h1>投诉回执</h1>',
    `<p>编号 <span class="big">${formatNumber(complaint.number)}</span></p>`,
    ...(code === undefined ? [] : [`<p>认领码 <span class="big">${escaped(code)}</span></p>`]),
    `<table>${rows.join('\n')}</table>`,
  )
}

import { dayOf, formatDay } from '#shared/kernel/calendar.ts'
import { escaped, printable } from '#shared/kernel/markup.ts'
import type { Served } from './serving.ts'
import { HANDED_NAMES, OFFICE_NAMES, WAY_NAMES } from './words.ts'

export interface ServingSheet {
  readonly communityName: string
  readonly title: string
  /** `3`; '' for what stands in no building. */
  readonly building: string
  readonly noticedAt: string | undefined
  readonly printedAt: Date
  readonly homes: readonly {
    readonly unit: string
    readonly owners: readonly string[]
    readonly served: boolean
    readonly proofs: readonly Served[]
  }[]
}

/** Paper is kept for years: its days have their years. */
const LONG_AGO = new Date(0)
const day = (instant: string): string => formatDay(dayOf(new Date(instant)), LONG_AGO)

/** 送达清单: who was reached, when, how, and who saw it. A home not yet reached has lines to write on at the door. */
export function servingSheet(sheet: ServingSheet): string {
  const { homes, building, title, communityName, noticedAt, printedAt } = sheet
  const served = homes.filter((home) => home.served).length
  const where = building === '' ? '不在楼栋内的房屋' : `${building} 栋`
  return printable(
    {
      title: `送达清单 ${where}`,
      size: 'A4',
      style: 'td.blank{height:22mm}.struck{text-decoration:line-through}th{white-space:nowrap}',
    },
    '<main>',
    `<h1>表决公告和表决票送达清单</h1>`,
    `<p>${escaped(communityName)} ${escaped(where)}。表决：${escaped(title)}。`,
    noticedAt === undefined ? '' : `公告日期：${day(noticedAt)}。`,
    `共 ${homes.length} 户，已送达 ${served} 户，未送达 ${homes.length - served} 户。`,
    `打印日期：${day(printedAt.toISOString())}。</p>`,
    '<table><thead><tr><th>房号</th><th>业主</th><th>送达方式</th><th>日期</th><th>见证人、凭据</th></tr></thead><tbody>',
    ...homes.flatMap(rowsOf),
    '</tbody></table>',
    '<p>纸质送达由两位见证人签名，其中至少一位不是业委会的人。没有送达的，请在空白处填写。</p>',
    '</main>',
  )
}

function rowsOf({ unit, owners, proofs }: ServingSheet['homes'][number]): readonly string[] {
  const home = `<th scope="row">${escaped(unit)}</th><td>${owners.map(escaped).join('、')}</td>`
  if (proofs.length === 0) {
    return [`<tr>${home}<td class="blank"></td><td></td><td>签名：<br><br>签名：</td></tr>`]
  }
  return proofs.map((proof) => {
    const cells = [WAY_NAMES[proof.way], formatDay(proof.on, LONG_AGO), groundsOf(proof)]
    const struck = proof.struck
      ? `<br>已划掉：${escaped(proof.struck.reason)}（${escaped(proof.struck.by)}，${day(proof.struck.at)}）`
      : proof.counts
        ? ''
        : '<br>按本次规则，这种方式不算送达'
    const style = proof.struck ? ' class="struck"' : ''
    const [way = '', on = '', grounds = ''] = cells
    return `<tr>${home}<td${style}>${way}</td><td${style}>${on}</td><td>${grounds}${struck}</td></tr>`
  })
}

function groundsOf({ way, by, handedTo, witnesses = [], photos = [], carrier, tracking }: Served) {
  if (way === 'post') return `${escaped(carrier ?? '')} ${escaped(tracking ?? '')}`
  if (way !== 'paper') return '系统自动记录'
  const names = witnesses.map(({ name, office }) => `${escaped(name)}（${OFFICE_NAMES[office]}）`)
  return [
    handedTo && HANDED_NAMES[handedTo],
    `见证人：${names.join('、')}`,
    `照片 ${photos.length} 张`,
    by && `登记人：${escaped(by)}`,
  ]
    .filter((line) => line !== undefined)
    .join('<br>')
}

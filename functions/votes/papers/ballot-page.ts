import { asWritten, escaped, printable } from '#shared/kernel/markup.ts'
import { readableCode, serialOf, writtenCode, type SheetCode } from '#shared/votes/papers/code.ts'
import type { RollHead } from '../roll.ts'
import {
  addressWords,
  homesList,
  matterWords,
  SHEET_NAMES,
  silenceWords,
  untilOnPaper,
  weightWords,
  type PrintedVote,
} from './printed-words.ts'
import { qrSvg } from './qr.ts'

export interface PrintedSheet {
  readonly head: RollHead
  readonly code: SheetCode
}

/** Large type for old eyes: 16 pt for what is decided, nothing under 11 pt. */
const STYLE = [
  // A number of the file's pages says nothing on a sheet that is handed out alone.
  '@page{margin:14mm 15mm;@bottom-center{content:none}}',
  'body{font-size:13pt;line-height:1.5}.sheet+.sheet{break-before:page}',
  '.top{display:flex;justify-content:space-between;gap:6mm;align-items:flex-start}',
  'h1{font-size:22pt;line-height:1.3}.to{font-size:15pt;font-weight:700;margin:0}',
  '.code{flex:none;width:44mm;text-align:center;font-size:11pt;line-height:1.35}',
  '.qr{width:34mm;height:34mm;display:block;margin:0 auto}',
  '.code b{display:block;font:700 14pt/1.3 ui-monospace,Menlo,Consolas,monospace;white-space:nowrap}',
  'p{margin:4px 0}.homes{overflow-wrap:anywhere}.homes.many{font-size:11pt}',
  '.items{margin:10px 0;table-layout:fixed}.items th,.items td{border:1.5px solid #1f2329}',
  '.items .box{width:17mm;text-align:center;vertical-align:middle}.items th.box{font-size:15pt}',
  '.items .no{width:10mm;text-align:center}.items td.q{font-size:16pt;line-height:1.35}',
  '.items small{display:block;font-size:11pt;line-height:1.35}.items.long td.q{font-size:13pt}',
  '.items i{display:inline-block;width:9mm;height:9mm;border:2px solid #1f2329}',
  '.how{border:1.5px solid #1f2329;padding:6px 10px;break-inside:avoid}.how ul{margin:0;padding-left:1.2em}',
  '.sign{margin-top:12px;font-size:15pt;line-height:2.3;break-inside:avoid}',
  '.line{display:inline-block;border-bottom:1.5px solid #1f2329;width:58mm}.line.short{width:16mm}',
].join('')

/** One sheet after the other, each on a page of its own; its number stands on every page it takes. */
export const ballotPages = (vote: PrintedVote, sheets: readonly PrintedSheet[]): string =>
  printable(
    { title: `${SHEET_NAMES[vote.vote.mode]} ${vote.vote.title}`, size: 'A4', style: STYLE },
    ...sheets.map((sheet) => sheetPage(vote, sheet)),
  )

function sheetPage(printed: PrintedVote, { head, code }: PrintedSheet): string {
  const { vote, communityName } = printed
  return [
    '<section class="sheet">',
    '<div class="top"><div>',
    `<h1>${escaped(communityName)}<br>${SHEET_NAMES[vote.mode]}</h1>`,
    `<p class="to">${asWritten(vote.title)}</p>`,
    `<p class="to">致：${addressWords(head)}</p>`,
    '</div>',
    `<div class="code">${qrSvg(writtenCode(code))}票号和验证码<b>${readableCode(code)}</b></div></div>`,
    `<p>房屋：${homesList(head)}</p>`,
    `<p>您的投票权：<strong>${weightWords(head)}</strong>。${escaped(printed.modeSentence)}</p>`,
    itemsTable(printed, code),
    instructions(printed),
    signatures(vote.mode === 'advisory'),
    '</section>',
  ].join('\n')
}

const MANY = 6
const BOX = '<td class="box"><i></i></td>'

function itemsTable({ vote }: PrintedVote, code: SheetCode): string {
  const rows = vote.items.map(
    ({ title, matter }, place) =>
      `<tr><td class="no">${place + 1}</td><td class="q">${asWritten(title)}<small>${matterWords(matter)}</small></td>${BOX}${BOX}${BOX}</tr>`,
  )
  const heads = ['同意', '反对', '弃权'].map((word) => `<th class="box">${word}</th>`).join('')
  const long = vote.items.length > MANY ? ' long' : ''
  return [
    `<table class="items${long}"><thead><tr><th class="no"></th><th>表决事项（票号 ${serialOf(code)}）</th>${heads}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table>`,
  ].join('\n')
}

/** Blank and double marks, signature, silence: what a voter has to know is on the sheet itself. */
function instructions({ vote, handIn }: PrintedVote): string {
  return [
    '<div class="how"><ul>',
    '<li>每一项在<strong>一个</strong>方框里打勾。具体内容看表决公告。</li>',
    '<li>没有选、或选了多项的，这一项算<strong>弃权</strong>（算参与表决）。</li>',
    '<li>没有签名的，整张票<strong>作废</strong>。交回以后不能再改。</li>',
    `<li>${silenceWords(vote)}</li>`,
    `<li>请在 <strong>${untilOnPaper(vote.closesAt)}</strong> 前交到：<strong>${escaped(handIn)}</strong>。过时收到的不计票。</li>`,
    '</ul></div>',
  ].join('\n')
}

const LINE = '<span class="line"></span>'
const DATE =
  '<span class="line short"></span> 年 <span class="line short"></span> 月 <span class="line short"></span> 日'

const signatures = (isOpinion: boolean): string =>
  [
    '<div class="sign">',
    `<div>业主签名：${LINE}</div>`,
    `<div>日期：${DATE}</div>`,
    ...(isOpinion
      ? []
      : [`<div>代理人签名：${LINE}<br><small>请人代投要附业主的书面委托书</small></div>`]),
    '</div>',
  ].join('\n')

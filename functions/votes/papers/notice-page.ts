import { asWritten, escaped, printable } from '#shared/kernel/markup.ts'
import { formatArea } from '#shared/kernel/area.ts'
import type { RollHead } from '../roll.ts'
import {
  addressWords,
  homesList,
  matterWords,
  onPaper,
  silenceWords,
  untilOnPaper,
  weightWords,
  type PrintedVote,
} from './printed-words.ts'

const STYLE = [
  '@page{margin:16mm 16mm;@bottom-center{content:none}}',
  'body{font-size:14pt;line-height:1.6}.notice+.notice{break-before:page}',
  'h1{font-size:22pt;text-align:center}h2{font-size:16pt}p{margin:6px 0}',
  '.homes{overflow-wrap:anywhere}.homes.many{font-size:11pt}',
  '.end{margin-top:18px;text-align:right;break-inside:avoid}',
].join('')

/** The same words for everybody, with each head's homes and weight: 物业管理条例 art. 14 wants every owner told. */
export function noticePages(printed: PrintedVote, heads: readonly RollHead[]): string {
  const shared = bodyOf(printed)
  return printable(
    { title: `表决公告 ${printed.vote.title}`, size: 'A4', style: STYLE },
    ...heads.map((head) => noticePage(printed, head, shared)),
  )
}

/** Bytes of one notice, nearly: how many go into a file depends on it. */
export const noticeBytes = (printed: PrintedVote): number =>
  Buffer.byteLength(bodyOf(printed)) + 2_000

const noticePage = ({ communityName, vote }: PrintedVote, head: RollHead, shared: string): string =>
  [
    '<section class="notice">',
    `<h1>${escaped(communityName)}表决公告</h1>`,
    `<p><strong>致：${addressWords(head)}</strong></p>`,
    `<p>现就“${asWritten(vote.title)}”征求全体业主意见，请您参加表决。</p>`,
    `<p>您的房屋：${homesList(head)}。您的投票权：<strong>${weightWords(head)}</strong>。</p>`,
    shared,
    '</section>',
  ].join('\n')

function bodyOf({ vote, texts, handIn, modeSentence, communityName }: PrintedVote): string {
  const { roll, opensAt, closesAt, noticedAt } = vote
  return [
    '<h2>表决事项</h2>',
    ...vote.items.map(
      ({ title, matter }, place) =>
        `<div><p><strong>${place + 1}. ${asWritten(title)}</strong></p><p>${matterWords(matter)}</p><p>${asWritten(texts[place] ?? '')}</p></div>`,
    ),
    '<h2>怎么表决</h2>',
    `<p>${escaped(modeSentence)}</p>`,
    `<p>表决时间：<strong>${onPaper(opensAt)}</strong> 至 <strong>${untilOnPaper(closesAt)}</strong>。</p>`,
    `<p>表决票请本人签名后交到：<strong>${escaped(handIn)}</strong>。本人不能到场的，可以书面委托他人（《物业管理条例》第十二条）。</p>`,
    `<p>${silenceWords(vote)}</p>`,
    ...(roll
      ? [
          `<p>业主名册：共 ${roll.heads} 人，${formatArea(roll.areaCenti)}；参与表决的人数和面积都要达到三分之二。</p>`,
        ]
      : []),
    `<div class="end"><p>${escaped(communityName)}业主委员会（盖章）</p><p>公告时间：${onPaper(noticedAt)}</p></div>`,
  ].join('\n')
}

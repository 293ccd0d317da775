import { formatArea } from '#shared/kernel/area.ts'
import { addDays, dayOf, HOUR } from '#shared/kernel/calendar.ts'
import { asWritten, escaped, printable } from '#shared/kernel/markup.ts'
import type { ItemResult, VoteResult } from '#shared/votes/result.ts'
import { MODE_NAMES, VERDICT_NAMES } from '#shared/votes/words.ts'
import { matterFacts } from '../vote-view.ts'

/** Everything B5 of the specification wants on the board. */
export interface Announcement {
  readonly communityName: string
  readonly result: VoteResult
  readonly items: readonly { readonly matter: number; readonly text: string }[]
  readonly roll: {
    readonly frozenAt: string
    readonly registerVersion: number
    readonly heads: number
    readonly areaCenti: number
    readonly units: number
    readonly sha256: string
  }
  readonly scope?: string
  readonly confirmations: readonly {
    readonly office: 'committee' | 'community'
    readonly by: string
    readonly at: string
  }[]
  readonly isAnnulled: boolean
}

// Read on a wall, by people of every age.
const STYLE =
  'body{font-size:14pt}h1{font-size:24pt;text-align:center}h2{font-size:17pt}table{font-size:13pt}' +
  '.first{border:2px solid #1f2329;padding:8px 12px;font-weight:700}.verdict{font-size:18pt;font-weight:700}' +
  '.small{font-size:10pt;overflow-wrap:anywhere}'

/** `2026-11-24 18:00`, in Beijing time: paper is read in other years. */
const stamp = (at: string): string =>
  new Date(Date.parse(at) + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')

export function announcementPage(announcement: Announcement): string {
  const { communityName, result, isAnnulled } = announcement
  const title = result.mode === 'advisory' ? '意向征询结果' : '业主表决结果公告'
  return printable(
    { title: `${title}：${result.title}`, size: 'A4', style: STYLE },
    '<main>',
    `<h1>${escaped(communityName)}<br>${title}</h1>`,
    `<h2>${asWritten(result.title)}</h2>`,
    ...(isAnnulled ? ['<p class="first">这项决定已经被撤销，不再有效。</p>'] : []),
    ...(result.first ?? []).map((sentence) => `<p class="first">${escaped(sentence)}</p>`),
    `<p>${escaped(result.modeSentence)}</p>`,
    ...result.items.map((item) => itemSection(item, announcement)),
    section('表决怎么进行', facts(basics(announcement))),
    ...(result.silence
      ? [section('没有交回的表决票', `<p>${escaped(result.silence.sentence)}</p>`)]
      : []),
    section('计票与核对', counters(announcement)),
    section('有疑问怎么办', remedies(result)),
    `<p class="small">名册校验码 ${announcement.roll.sha256}<br>票据校验码 ${result.ballotsSha256}<br>规则：${escaped(result.profile.name)}，第 ${result.profile.version} 版</p>`,
    '</main>',
  )
}

const section = (title: string, body: string): string =>
  `<section><h2>${title}</h2>\n${body}</section>`

type Fact = readonly [label: string, words: string | undefined]

const facts = (rows: readonly Fact[]): string =>
  `<table>${rows
    .flatMap(([label, words]) =>
      words === undefined ? [] : [`<tr><th scope="row">${label}</th><td>${words}</td></tr>`],
    )
    .join('\n')}</table>`

const both = (heads: number, areaCenti: number): string => `${heads} 人，${formatArea(areaCenti)}`

function itemSection(item: ItemResult, { items }: Announcement): string {
  const { matter = 0, text = '' } = items[item.item - 1] ?? {}
  const { matterName } = matterFacts(matter)
  const kind =
    item.class === 'special'
      ? '重大事项，同意要达到参与的四分之三'
      : '一般事项，同意要超过参与的一半'
  const tests = item.tests.map(
    ({ holds, sentence }) =>
      `<li>${holds ? '达到' : '<strong>没有达到</strong>'}：${sentence}</li>`,
  )
  const rows: Fact[] = [
    ['属于', `${matterName}（${kind}）`],
    ['全体', both(item.totalHeads, item.totalAreaCenti)],
    ['参与', both(item.participatingHeads, item.participatingAreaCenti)],
    ['同意', both(item.forHeads, item.forAreaCenti)],
    ['反对', both(item.againstHeads, item.againstAreaCenti)],
    ['弃权', both(item.abstainHeads, item.abstainAreaCenti)],
    ['无效', both(item.voidHeads, item.voidAreaCenti)],
    ['没有交回', item.silence && silenceWords(item.silence)],
  ]
  return section(
    `第 ${item.item} 项　${asWritten(item.title)}`,
    [
      `<p class="verdict">${VERDICT_NAMES[item.result]}</p>`,
      `<p>${escaped(item.sentence)}${escaped(item.needed ?? '')}</p>`,
      `<p>${asWritten(text)}</p>`,
      facts(rows),
      `<ul>${tests.join('\n')}</ul>`,
    ].join('\n'),
  )
}

const silenceWords = ({ sentence, without }: NonNullable<ItemResult['silence']>): string =>
  `${escaped(sentence)}不计入的话：参与 ${both(without.participatingHeads, without.participatingAreaCenti)}，同意 ${both(without.forHeads, without.forAreaCenti)}，${VERDICT_NAMES[without.result]}。`

function basics({ result, roll, scope }: Announcement): readonly Fact[] {
  const { official, handedIn, papers } = result
  return [
    ['方式', MODE_NAMES[result.mode]],
    ['范围', scope === undefined ? '全小区' : `只涉及${escaped(scope)}`],
    ['投票时间', `${stamp(result.opensAt)} 至 ${stamp(result.closesAt)}`],
    [
      '业主名册',
      `房屋名册第 ${roll.registerVersion} 版，${stamp(roll.frozenAt)} 冻结；${roll.units} 套，${both(roll.heads, roll.areaCenti)}`,
    ],
    [
      '送达和交回',
      handedIn &&
        `名册 ${handedIn.rollHeads} 人，有送达凭据的 ${handedIn.servedHeads} 人，交回表决票的 ${handedIn.returnedHeads} 人，无效的 ${result.voidHeads} 人`,
    ],
    [
      '纸质表决票',
      papers && `印 ${papers.printed} 张，收回 ${papers.returned} 张，作废 ${papers.void} 张`,
    ],
    [
      '官方结果',
      official && `${escaped(official.system)}，${escaped(official.document)}，${official.day}`,
    ],
  ]
}

const OFFICES = { committee: '业主委员会', community: '社区居民委员会' } as const

function counters({ result, confirmations }: Announcement): string {
  const names = confirmations.map(({ office, by, at }): Fact => [
    OFFICES[office],
    `${escaped(by)}，${stamp(at)} 核对并确认`,
  ])
  const counted: Fact = ['计票时间', stamp(result.countedAt)]
  const published: Fact = ['公布时间', result.publishedAt && stamp(result.publishedAt)]
  return facts([counted, ...names, published])
}

function remedies({ objectUntil, annulmentNote, annulmentUntil }: VoteResult): string {
  const lines = [
    objectUntil &&
      `对结果有异议的，${addDays(dayOf(new Date(objectUntil)), -1)} 以前可以在小程序里提出，或向业主委员会、社区居民委员会书面提出。`,
    '业主可以到业主委员会、社区居民委员会查阅表决记录和本人的表决票。',
    escaped(annulmentNote),
    annulmentUntil && `从公布之日算起，到 ${annulmentUntil} 为止。`,
  ]
  return lines.flatMap((line) => (line === undefined ? [] : [`<p>${line}</p>`])).join('\n')
}

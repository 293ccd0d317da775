import type { Clock } from '#shared/clocks/clock.ts'
import { CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import type { Complaint, ComplaintEvent } from '#shared/complaints/contract.ts'
import { clockTitle, pauseWords } from '#shared/complaints/rules/clock-words.ts'
import { tellEvent, type About } from '#shared/complaints/rules/event-words.ts'
import { asWritten, escaped } from '#shared/kernel/markup.ts'
import { STATES } from '#shared/complaints/rules/states.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { HOUR } from '#shared/kernel/calendar.ts'

/** A photo or voice note as the list has it; `size` in bytes, absent where it can no longer be read. */
export interface Attachment {
  readonly name: string
  readonly id: string
  readonly addedAt: string
  readonly sha256: string
  /** Of a voice note. */
  readonly seconds?: number | undefined
  readonly size?: number | undefined
}

/** Everything of a file as one person may see it. */
export interface CaseFile {
  readonly communityName: string
  readonly complaint: Complaint
  readonly clocks: readonly Clock[]
  readonly departments: About['departments']
  readonly attachments: readonly Attachment[]
  /** Photos and voice notes that are there and not among them: their check has not passed. */
  readonly unchecked: number
  readonly madeAt: string
  readonly madeFor: Complaint['filedBy']
  readonly withNotes: boolean
}

const CHANNELS = { APP: '手机', WINDOW: '社区窗口代填', PHONE: '电话，由工作人员代填' } as const

/** `2026-11-24 18:00:05`, in Beijing time: whoever reads it in a court reads no relative dates. */
export const stamp = (at: string): string =>
  new Date(Date.parse(at) + 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ')

/** Years are always written. */
const LONG_AGO = new Date(0)

/** What the hash is of: `<main>` to `</main>`, both included. */
export function caseMain(file: CaseFile): string {
  const { complaint, communityName, madeAt, madeFor } = file
  return [
    '<main>',
    `<h1>投诉案卷 ${formatNumber(complaint.number)}</h1>`,
    `<p>${escaped(communityName)}。供调解或诉讼使用。导出时间：${stamp(madeAt)}（北京时间）。导出人：${nameOf(madeFor)}。</p>`,
    `<p>${file.withNotes ? '本案卷含工作人员的内部备注，不得交给其他当事人。' : '本案卷不含工作人员的内部备注。'}姓名按导出人的查看权限隐去一部分。</p>`,
    section('一、基本情况', basics(complaint)),
    section('二、投诉内容', `<p>${asWritten(complaint.text)}</p>`),
    section('三、期限', clockTable(file.clocks)),
    section('四、结论与会议决议', decisions(file)),
    section('五、经过', timeline(file, complaint.timeline)),
    section('六、附件', attachmentTable(file)),
    '</main>',
  ].join('\n')
}

const section = (title: string, body: string): string =>
  `<section><h2>${title}</h2>\n${body}</section>`

const nameOf = ({ role, name }: Complaint['filedBy']): string =>
  escaped(name === '' ? role : `${role} ${name}`)

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>`,
    ...rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`),
    '</tbody></table>',
  ].join('\n')

function basics(complaint: Complaint): string {
  const { filedBy, assistedBy, atWindow, cosigns = 0, hidesName, channel = 'APP' } = complaint
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['编号', formatNumber(complaint.number)],
    ['类别', CATEGORY_NAMES[complaint.category]],
    ['状态', STATES[complaint.state].name],
    ['地点', asWritten(complaint.place)],
    ['提交人', nameOf(filedBy)],
    ['代为提交', assistedBy && nameOf(assistedBy)],
    ['窗口经办', atWindow && nameOf(atWindow.by)],
    ['提交方式', CHANNELS[channel]],
    ['提交时间', stamp(complaint.filedAt)],
    ['提交人要求', hidesName === true ? '姓名不向物业公开' : undefined],
    ['也有同样问题的', `${cosigns} 户`],
    ['并入', complaint.mergedInto && formatNumber(complaint.mergedInto)],
  ]
  const known = rows.flatMap(([label, value]) =>
    value === undefined ? [] : [`<tr><th scope="row">${label}</th><td>${value}</td></tr>`],
  )
  return `<table>${known.join('\n')}</table>`
}

const CLOCK_STATES = { running: '计算中', paused: '暂停中', stopped: '已结束' } as const

const clockTable = (clocks: readonly Clock[]): string =>
  clocks.length === 0
    ? '<p>没有计算过期限。</p>'
    : table(
        ['期限', '开始', '原定', '应当', '结果', '暂停'],
        clocks.map((clock) => [
          `${clockTitle(clock.name)}${clock.round > 1 ? `（第 ${clock.round} 次）` : ''}`,
          stamp(clock.startedAt),
          stamp(clock.firstDue),
          `${stamp(clock.due)}${clock.provisional ? '（暂定）' : ''}`,
          outcomeOf(clock),
          clock.pauses.map(pauseLine).join('<br>') || '没有',
        ]),
      )

function outcomeOf({ state, breachedAt, stoppedAt, due }: Clock): string {
  const ended = stoppedAt === undefined ? '' : `，${stamp(stoppedAt)} 结束`
  if (breachedAt !== undefined) return `<strong>逾期</strong>（${stamp(due)} 起）${ended}`
  return state === 'breached' ? '<strong>逾期</strong>' : `${CLOCK_STATES[state]}${ended}`
}

const pauseLine = ({ reason, from, to }: Clock['pauses'][number]): string =>
  `${pauseWords(reason)}：${stamp(from)} 至${to === undefined ? '今' : ` ${stamp(to)}`}`

const DECIDING: readonly ComplaintEvent['kind'][] = ['found', 'meeting_recorded', 'reviewed']

function decisions(file: CaseFile): string {
  const events = file.complaint.timeline.filter(({ kind }) => DECIDING.includes(kind))
  return events.length === 0 ? '<p>没有记录。</p>' : timeline(file, events)
}

const timeline = (file: CaseFile, events: readonly ComplaintEvent[]): string =>
  table(
    ['时间', '谁', '经过'],
    events.map((event) => [stamp(event.at), nameOf(event.by), happened(event, file)]),
  )

function happened(event: ComplaintEvent, { complaint, departments, attachments }: CaseFile) {
  const about = { now: LONG_AGO, departments, channel: complaint.channel }
  const { what, lines } = tellEvent(event, about)
  const names = attachments
    .filter(({ id }) => event.voice?.voice === id || event.photos.some(({ photo }) => photo === id))
    .map(named)
  return [
    `<strong>${escaped(what)}</strong>`,
    ...lines.map(asWritten),
    ...(event.rating === undefined ? [] : [`满意度 ${event.rating} 分（共 5 分）`]),
    ...(event.text === undefined ? [] : [asWritten(event.text)]),
    ...(event.withheld && event.text === undefined ? ['（内容正在检查，没有列出）'] : []),
    ...(names.length === 0 ? [] : [`附件：${names.join('、')}`]),
  ].join('<br>')
}

const named = ({ name, seconds }: Attachment): string =>
  seconds === undefined ? name : `${name}（语音 ${seconds} 秒）`

function attachmentTable({ attachments, unchecked }: CaseFile): string {
  const left = unchecked === 0 ? '' : `<p>另有 ${unchecked} 个附件没有通过检查，没有列出。</p>`
  if (attachments.length === 0) return `<p>没有附件。</p>${left}`
  const rows = attachments.map((one) => [
    ...[named(one), one.size === undefined ? '读不到' : `${one.size} 字节`, stamp(one.addedAt)],
    `<code>${one.sha256}</code>`,
  ])
  return table(['名称', '大小', '上传时间', 'SHA-256'], rows) + left
}

import type { ComplaintEvent } from '../views.ts'
import { EventKind } from './acts.ts'
import { tellEvent } from './event-words.ts'

const about = { now: new Date('2026-11-24T02:00:00Z') }
const eventWith = (facts: Partial<ComplaintEvent>): ComplaintEvent => ({
  ...{ seq: 2, at: '2026-11-20T02:00:00.000Z', kind: 'accepted', photos: [], withheld: false },
  ...{ by: { role: '街道', name: '王*' }, ...facts },
})
const DUE = '2026-11-23T10:00:00.000Z'

test.each<[Partial<ComplaintEvent>, string, readonly string[]]>([
  [
    { kind: 'filed', through: { role: '代办人（邻居）', name: '李**' } },
    '提交，由代办人（邻居） 李** 代为提交',
    [],
  ],
  [
    {
      kind: 'timed_out',
      facts: { to: 'routed_street', clock: 'first_reply', due: DUE, lateMinutes: 135 },
    },
    '逾期，自动转到街道',
    ['答复期限：11 月 23 日（周一）18:00', '转街道时：过期 2 小时'],
  ],
  [
    { kind: 'breached', facts: { clock: 'street_handling', due: DUE, lateMinutes: 0 } },
    '街道办理期限已过，记为逾期',
    ['街道办理期限：11 月 23 日（周一）18:00', '记录时：刚过期'],
  ],
  [
    { kind: 'found', facts: { finding: 'OUTSIDE_REMIT', approver: '王主任' } },
    '写明结论',
    ['结论：不属于本级职责', '审核人：王主任'],
  ],
  [
    {
      kind: 'escalated',
      facts: { to: 'district_meeting', finding: 'WITHIN_REMIT_UNSOLVABLE' },
    },
    '提请区县召开联席会议',
    ['依据：属于本级职责，但确实无法解决'],
  ],
  [
    {
      kind: 'onsite_recorded',
      facts: { who: '网格员小李', when: '2026-11-20T02:00:00.000Z', where: '1幢电梯厅' },
    },
    '记录了现场核实',
    ['到场的人：网格员小李', '时间：11 月 20 日（周五）10:00', '地点：1幢电梯厅'],
  ],
  [
    {
      kind: 'meeting_recorded',
      facts: {
        ...{ heldOn: '2026-11-20', attendees: '街道、物业' },
        ...{ responsible: '安居物业', dueOn: '2026-12-01' },
      },
    },
    '记录了联席会议的决议，由街道落实',
    [
      ...['开会：11 月 20 日（周五）', '参加：街道、物业'],
      ...['谁负责：安居物业', '完成期限：12 月 1 日（周二）'],
    ],
  ],
  [{ kind: 'referred', facts: { department: 'market' } }, '转给有关部门：市场监管', []],
  [
    { kind: 'declined', facts: { reason: 'settled_before' } },
    '不予受理',
    ['理由：同一件事以前已经办结'],
  ],
  [
    { kind: 'litigation_begun', facts: { body: '青山区人民法院', caseNumber: '（2026）8 号' } },
    '走诉讼途径，期限停止计算，案卷保留',
    ['法院：青山区人民法院', '案号：（2026）8 号'],
  ],
  [{ kind: 'disputed', facts: { to: 'review' } }, '再次提出异议，交两名工作人员复核', []],
  [
    { kind: 'paused', facts: { clock: 'resolve', pause: 'material_ordered' } },
    '暂停计时',
    ['暂停的：办完期限', '原因：等材料到货'],
  ],
  [
    { kind: 'reviewed', facts: { verdict: 'done', to: 'closed' } },
    '复核认为已经办好，两人意见一致，结案',
    [],
  ],
  [
    { kind: 'merged', facts: { to: 'merged', into: 'JX7K4M9R4' } },
    '并入更早的一件，一起办理',
    ['并入编号：JX7-K4M-9R4'],
  ],
])('%j is told: %s', (event, what, lines) => {
  expect(tellEvent(eventWith(event), about)).toEqual({ what, lines })
})

test('a department is called as the community’s own table calls it', () => {
  const departments = [{ id: 'market', name: '市场监管所' }]
  const event = eventWith({ kind: 'referred', facts: { department: 'market' } })
  expect(tellEvent(event, { ...about, departments }).what).toContain('市场监管所')
})

test.each([...EventKind.options])('%s has a sentence, also of an entry without facts', (kind) => {
  const { what, lines } = tellEvent(eventWith({ kind }), about)
  expect(what).toMatch(/^\p{L}/u)
  expect([what, ...lines].join()).not.toMatch(/undefined|NaN/)
})

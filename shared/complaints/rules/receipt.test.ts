import type { Complaint } from '../views.ts'
import { asWritten, escaped } from '#shared/kernel/markup.ts'
import { receiptPage } from './receipt.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const complaint: Complaint = {
  ...{ number: 'JX7K4M9R4', category: 'lift', summary: '', place: '3-1-201 室内' },
  ...{ state: 'submitted', filedAt: NOW.toISOString(), changedAt: NOW.toISOString(), held: false },
  ...{ text: '关门<夹>人。', photos: [], filedBy: { role: '业主', name: '周*' }, mine: false },
  ...{ checked: true, timeline: [], acts: [], disputesLeft: 0 },
  clocks: [
    {
      ...{ clock: 'first_reply', due: '2026-11-24T10:00:00.000Z', provisional: false },
      ...{ firstDue: '2026-11-24T10:00:00.000Z', breached: false, goesUp: true, pauses: 0 },
    },
  ],
}
const receipt = { code: '34679-ACDEF', codeUntil: '2027-02-22T02:00:00.000Z' }
const page = (given = receipt as { code?: string }) =>
  receiptPage({ communityName: '锦绣花园', complaint, receipt: given }, NOW)

test('a receipt says the number, the code once, and who has to do what by when', () => {
  for (const words of [
    'JX7-K4M-9R4',
    '34679-ACDEF',
    '物业须在 11 月 24 日（周二）18:00 前答复，逾期将自动转街道。',
    '2026 年 11 月 24 日（周二）</bdi>',
    '2027 年 2 月 22 日',
    '关门&lt;夹&gt;人。',
    '@page{size:A5',
  ]) {
    expect(page()).toContain(words)
  }
  expect(page({})).not.toContain('认领码')
  expect(page()).not.toMatch(/<script|https?:/)
})

test.each([
  ['markup', `<a href="x" onclick='y'>&`, '&lt;a href=&quot;x&quot; onclick=&#39;y&#39;&gt;&amp;'],
  ['what turns the direction is named', 'a\u202eb\u2066', 'a[U+202E]b[U+2066]'],
  ['what cannot be seen is named', 'a\u0000b\u007f', 'a[U+0000]b[U+007F]'],
  ['line breaks and direction marks stay', 'a\nb\u200f', 'a\nb\u200f'],
])('%s', (_, text, expected) => {
  expect(escaped(text)).toBe(expected)
  expect(asWritten(text)).toBe(`<bdi class="said">${expected}</bdi>`)
})

import type { Notice, NoticeCard } from '#shared/notices/contract.ts'

export const noticeCardWith = (facts: Partial<NoticeCard> = {}): NoticeCard => ({
  notice: 'n1',
  title: '11 月 24 日停水 4 小时',
  category: 'property',
  pinned: false,
  publishedAt: '2026-11-20T02:00:00.000Z',
  publishedBy: '物业客服 王*',
  expired: false,
  edition: 1,
  read: false,
  ...facts,
})

export const noticeWith = (facts: Partial<Notice> = {}): Notice => ({
  ...noticeCardWith(),
  editions: [
    {
      edition: 1,
      title: '11 月 24 日停水 4 小时',
      text: '上午 8 点到 12 点更换水泵，请提前储水。',
      publishedAt: '2026-11-20T02:00:00.000Z',
      publishedBy: '物业客服 王*',
      sha256: 'cd'.repeat(32),
    },
  ],
  reads: 12,
  ...facts,
})

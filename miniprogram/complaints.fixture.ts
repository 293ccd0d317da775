import type { Complaint, ComplaintCard } from '#shared/complaints/contract.ts'

export const NUMBER = 'JX7K4M9R4'

export const complaintCardWith = (facts: Partial<ComplaintCard> = {}): ComplaintCard => ({
  number: NUMBER,
  category: 'lift',
  summary: '三栋电梯关门时有异响',
  place: '3幢',
  state: 'accepted',
  filedAt: '2026-11-19T02:00:00.000Z',
  changedAt: '2026-11-20T02:00:00.000Z',
  held: false,
  ...facts,
})

export const complaintWith = (facts: Partial<Complaint> = {}): Complaint => ({
  ...complaintCardWith(),
  text: '三栋电梯关门时有异响，已经三天了。',
  photos: [],
  filedBy: { role: '业主', name: '张*' },
  mine: true,
  checked: true,
  timeline: [
    {
      seq: 1,
      at: '2026-11-19T02:00:00.000Z',
      kind: 'filed',
      by: { role: '业主', name: '张*' },
      photos: [],
      withheld: false,
    },
  ],
  acts: [],
  disputesLeft: 1,
  ...facts,
})

import type { complaintRefusals } from '../refusals.ts'

export type ComplaintCode = keyof typeof complaintRefusals

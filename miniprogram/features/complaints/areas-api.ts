import { complaintAreas } from '#shared/complaints/lists-contract.ts'
import { clientOf } from '#miniprogram/platform/api.ts'

export const areasApi = clientOf(complaintAreas)

import { complaintWork } from '#shared/complaints/workbench-contract.ts'
import { clientOf } from '#miniprogram/platform/api.ts'

export const workApi = clientOf(complaintWork)

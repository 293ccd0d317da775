import { clientOf } from '#miniprogram/platform/api.ts'
import { audit } from '#shared/audit/contract.ts'

export const auditApi = clientOf(audit)

import { voices } from '#shared/photos/voice-contract.ts'
import { clientOf } from '#miniprogram/platform/api.ts'

export const voicesApi = clientOf(voices)

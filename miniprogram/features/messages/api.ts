import { clientOf } from '#miniprogram/platform/api.ts'
import { messages } from '#shared/messages/contract.ts'

export const messagesApi = clientOf(messages)

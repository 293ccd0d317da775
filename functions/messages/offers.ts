import { LONGEST, type SubjectKind } from '#shared/messages/contract.ts'
import { waiting } from '#shared/messages/delivery.ts'
import { cutTo } from '#shared/messages/letters.ts'
import type { TemplateKey } from '#shared/messages/templates.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError } from '../platform/table/table.ts'
import { messageIdOf, messageItem, type StoredMessage } from './stored.ts'

/** A change somebody waits for. Names of persons in it are masked by whoever tells it: a locked phone shows it. */
export interface Told {
  /** Names the event among all events of all features: told again, it is not a second message. */
  readonly event: string
  /** Who waits for it. */
  readonly person: string
  readonly template: TemplateKey
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly community: string }
  readonly title: string
  /** Who does what by when, in one sentence. */
  readonly words: string
  /** When it happened, ISO. */
  readonly at: string
  /** Passes the quiet hours. */
  readonly urgent?: boolean
  /** A public number as people read it, for a template that shows one; the subject's id otherwise. */
  readonly number?: string
  /** Up to five Chinese characters, for a template that shows a state. */
  readonly state?: string
}

export interface MessageOffers {
  /** Into the person's inbox, and to WeChat where they agreed. Once per event and person, however often it is called. */
  tell(told: Told): Promise<void>
}

export const messages = ({ table, now }: Pick<Ports, 'table' | 'now'>): MessageOffers => ({
  async tell({ event, title, words, urgent = false, ...told }) {
    const arrived = now()
    const stored: StoredMessage = {
      ...told,
      event,
      message: messageIdOf(event),
      title: cutTo(title, LONGEST.title),
      words: cutTo(words, LONGEST.words),
      urgent,
      arrivedAt: arrived.toISOString(),
      delivery: waiting(arrived),
    }
    await table.put(messageItem(stored, 1)).catch((err: unknown) => {
      if (!(err instanceof ConflictError)) throw err
    })
  },
})

import { accepts, isAccept } from '#shared/messages/credits.ts'
import type { messages, Credits } from '#shared/messages/contract.ts'
import { TEMPLATES, type TemplateKey } from '#shared/messages/templates.ts'
import { MOST_COUNTED, type Unread } from '#shared/messages/unread.ts'
import type { Call, Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { ConflictError } from '../platform/table/table.ts'
import { ledgersOf, type Ledgers } from './ledgers.ts'
import { inboxOf, type Inbox } from './repository.ts'
import { cardOf, type FoundMessage } from './stored.ts'

const PAGE = 20

/** What an operation works on; whose messages they are stands in the session. */
interface Desk {
  readonly inbox: (person: string) => Inbox
  readonly ledgers: (person: string) => Ledgers
  readonly templates: NonNullable<Ports['templates']>
}

export const messageFeature: Feature<typeof messages, Desk> = {
  open: ({ table, templates = {} }) => ({
    inbox: (person) => inboxOf(table, person),
    ledgers: (person) => ledgersOf(table, person),
    templates,
  }),
  handlers: {
    async list({ limit = PAGE, cursor }, { repository, person }) {
      const page = await repository.inbox(person).list({ limit, cursor })
      return { ...page, items: [...page.items] }
    },

    unread: (_, { repository, person }) => unreadOf(repository.inbox(person)),

    async get({ message }, { repository, person }) {
      const inbox = repository.inbox(person)
      const { stored } = await found(inbox, message)
      return { ...cardOf(stored), read: await inbox.isRead(stored) }
    },

    async read({ message }, { repository, person, now }) {
      const inbox = repository.inbox(person)
      const there = await found(inbox, message)
      const { stored } = there
      if (stored.readAt === undefined) await markRead(inbox, there, now)
      return { ...cardOf(stored), read: true }
    },

    async readAll({ upTo }, { repository, person }) {
      const inbox = repository.inbox(person)
      await inbox.markUpTo((await found(inbox, upTo)).stored)
      return unreadOf(inbox)
    },

    credits: (_, call) => creditsOf(call),

    async answered({ answers }, call) {
      const { repository, person, now, key } = call
      const ledgers = repository.ledgers(person)
      await ledgers.remember(key, now)
      const accepted = answers.filter(({ result }) => isAccept(result))
      for (const id of idsOf(accepted, repository)) {
        await ledgers.change(id, (ledger) => accepts(ledger, 'phone', key.id, now))
      }
      return creditsOf(call)
    },
  },
}

async function found(inbox: Inbox, message: string): Promise<FoundMessage> {
  const there = await inbox.find(message)
  if (!there) throw new RefusedError('messages.not_found')
  return there
}

/** While it is on its way to WeChat another writes it too: what counts is that it ends up read. */
async function markRead(inbox: Inbox, there: FoundMessage, now: Date): Promise<void> {
  for (let held: FoundMessage | undefined = there; held?.stored.readAt === undefined && held;) {
    try {
      await inbox.save({ ...held.stored, readAt: now.toISOString() }, held)
      return
    } catch (err) {
      if (!(err instanceof ConflictError)) throw err
      held = await inbox.find(held.stored.message)
    }
  }
}

async function unreadOf(inbox: Inbox): Promise<Unread> {
  const counted = await inbox.unread(MOST_COUNTED + 1)
  return { unread: Math.min(counted, MOST_COUNTED), more: counted > MOST_COUNTED }
}

async function creditsOf({ repository, person }: Call<Desk>): Promise<Credits> {
  const { templates, ledgers } = repository
  const offered = TEMPLATES.flatMap(({ key, title }) => {
    const id = templates[key]?.id
    return id === undefined ? [] : [{ template: key, title, id }]
  })
  const held = await ledgers(person).findAll(offered.map(({ id }) => id))
  return { items: offered.map((one, at) => ({ ...one, credits: held[at]?.credits ?? 0 })) }
}

/** Each of WeChat's templates once, where two of our names share one. */
function idsOf(
  answers: readonly { readonly template: TemplateKey }[],
  { templates }: Desk,
): readonly string[] {
  const ids = answers.flatMap(({ template }) => templates[template]?.id ?? [])
  return [...new Set(ids)]
}

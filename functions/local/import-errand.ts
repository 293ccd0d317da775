import { createHash } from 'node:crypto'
import type { RegisterPreview } from '../register/importing.ts'
import { previewRegister, saveUnderstood } from '../register/importing.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Asked } from './asked.ts'
import { communityFor, makeCommunity } from './import-community.ts'
import { ImportOrder } from './import-order.ts'
import type { Machine } from './machine.ts'
import { lineOf } from './refusal-line.ts'

type Tell = (line: unknown) => void

/**
 * Makes the file in the body a community's register. Answers with lines of JSON: progress as `{step, done?, total?}`,
 * at last `{report}`, or `{refused}` with a sentence.
 */
export function importErrand({ body, query }: Asked, machine: Machine): Promise<Response> {
  const order = ImportOrder.parse(JSON.parse(query.get('order') ?? '{}'))
  const encoder = new TextEncoder()
  const answer = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell: Tell = (line) => {
        controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      try {
        await importInto(machine, order, body, tell)
        controller.close()
      } catch (err) {
        const refused = lineOf(err)
        if (refused === undefined) {
          controller.error(err)
          return
        }
        tell({ refused })
        controller.close()
      }
    },
  })
  return Promise.resolve(new Response(answer))
}

async function importInto(
  { ports }: Machine,
  order: ImportOrder,
  body: Uint8Array,
  tell: Tell,
): Promise<void> {
  const { table, keys, now, newId } = ports
  const { id, isNew } = await communityFor(ports, order.community)
  const hash = (text: string): string => keys.digestText('register', id, text)
  const preview = await previewRegister(body, { hash, mappings: order.mappings, onProgress: tell })
  // A file that is not taken makes no community either.
  const { understanding } = understoodIn(preview)
  if (isNew) {
    const buildings = understanding.register.buildings.map(({ name }) => name)
    await makeCommunity(table, id, order, buildings)
  }
  const report = await saveUnderstood(understanding, {
    table,
    communityId: id,
    now: now(),
    newId,
    told: { file: { name: order.file, sha256: createHash('sha256').update(body).digest('hex') } },
    onProgress: tell,
  })
  tell({ report: { community: id, made: isNew, ...report } })
}

function understoodIn(preview: RegisterPreview) {
  if (!preview.understood) throw new RefusedError(preview.code, preview.params)
  if (!preview.understanding.certain) throw new RefusedError('register.columns_uncertain')
  return preview
}

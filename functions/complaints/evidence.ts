import { createHash } from 'node:crypto'
import type { EvidenceBundle, evidenceContract } from '#shared/complaints/evidence-contract.ts'
import { partiesOf, type Viewer } from '#shared/complaints/rules/acts.ts'
import { escaped, printable } from '#shared/kernel/markup.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import type { Input, Output } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Places } from '../communities/offers.ts'
import type { AuditTrail } from '../platform/audit/audit.ts'
import type { Call } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { ConflictError } from '../platform/table/table.ts'
import { actorBy, actorOn } from './actor.ts'
import { caseMain, stamp, type Attachment } from './evidence-page.ts'
import { evidencePartition } from './items.ts'
import type { PhotoOffers, VoiceOffers } from './photos.ts'
import type { Complaints } from './repository.ts'
import type { SettingsOffers } from './settings.ts'
import { seen, viewerOf } from './sight.ts'
import { Actor, type FoundComplaint, type StoredActor } from './stored.ts'
import { namesFor, photosIn, viewOf, voicesIn } from './view.ts'

export interface EvidenceNeeds {
  readonly places: Places
  readonly photos: PhotoOffers
  readonly voices: VoiceOffers
  readonly settings: SettingsOffers
  readonly trail: Pick<AuditTrail, 'append'>
}

/** Lambda answers 6 MB at most: files as base64 take four thirds of their size, words up to the rest. */
const FILE_BYTES = 3_000_000

const Exported = z.object({ at: z.string(), by: Actor })

export const evidenceHandlers = (needs: EvidenceNeeds) => ({
  evidence: ({ number }: Input<typeof evidenceContract.evidence>, call: Call<Complaints>) =>
    exported(number, call, needs),

  async checkEvidence(
    { number, sha256 }: Input<typeof evidenceContract.checkEvidence>,
    call: Call<Complaints>,
  ): Promise<Output<typeof evidenceContract.checkEvidence>> {
    const { found, viewer } = await fileFor(number, call)
    const { table, community } = call.repository
    const item = await table.get({ pk: evidencePartition(community, number), sk: sha256 })
    if (!item) throw new RefusedError('complaints.no_such_evidence')
    const { at, by } = Exported.parse(item.data)
    return { sha256, madeAt: at, by: namesFor(found.stored, viewer)(by) }
  },
})

interface Sight {
  readonly found: FoundComplaint
  readonly viewer: Viewer
}

/** Who may read it, and the mediator while it is with them: they see the parties, and no notes. */
async function fileFor(number: string, call: Call<Complaints>): Promise<Sight> {
  if (!call.roles.includes('mediator')) {
    const found = await seen(number, call)
    return { found, viewer: viewerOf(call, found) }
  }
  const found = await call.repository.find(number)
  if (!found || found.stored.frozen || found.stored.life.state !== 'mediation') {
    throw new RefusedError('complaints.not_found')
  }
  return { found, viewer: { isFiler: false, isHelper: true, roles: [] } }
}

async function exported(
  number: string,
  call: Call<Complaints>,
  { places, photos, voices, settings, trail }: EvidenceNeeds,
): Promise<EvidenceBundle> {
  const { community } = call.repository
  const { found, viewer } = await fileFor(number, call)
  const withNotes = partiesOf(viewer).some((party) => OFFICES.includes(party))
  const shown = withNotes ? found : withoutNotes(found)
  const by = viewer.isFiler
    ? actorOn('complaint:evidence', true, found.stored, call)
    : actorBy('complaint:evidence', call)
  const ids = photosIn(shown, viewer)
  const spoken = voicesIn(shown, viewer)
  const files = [
    ...(await photos.files(ids, community)).map(({ photo, ...file }) => ({ ...file, id: photo })),
    ...(await voices.files(spoken, community)).map(({ voice, ...file }) => ({
      ...file,
      id: voice,
    })),
  ]
  const listed = await embedding(files)
  const [place, { departments }] = await Promise.all([
    places.community(community),
    settings.of(community),
  ])
  const media = {
    photos: ids.map((photo) => ({ photo, state: 'passed' as const })),
    voices: spoken.map((voice) => ({ voice, state: 'passed' as const })),
  }
  const main = caseMain({
    communityName: place?.name ?? '',
    complaint: viewOf(shown, viewer, media, []),
    clocks: found.stored.life.clocks,
    departments,
    attachments: listed,
    unchecked: ids.length + spoken.length - files.length,
    madeAt: call.now.toISOString(),
    madeFor: namesFor(found.stored, viewer)(by),
    withNotes,
  })
  const sha256 = createHash('sha256').update(main).digest('hex')
  await record(sha256, number, by, call, trail)
  return {
    html: document(number, main, sha256, listed),
    sha256,
    madeAt: call.now.toISOString(),
    attachments: listed.length,
    embedded: listed.filter(({ data }) => data !== undefined).length,
  }
}

const OFFICES: readonly string[] = ['community', 'street', 'district']

const withoutNotes = ({ events, ...found }: FoundComplaint): FoundComplaint => ({
  ...found,
  events: events.filter(({ kind }) => kind !== 'noted'),
})

interface Embedded extends Attachment {
  readonly url: string
  /** Absent where it does not fit. */
  readonly data?: string
}

interface File extends Omit<Attachment, 'name' | 'size'> {
  readonly contentType: string
  readonly url: string
  bytes(): Promise<Uint8Array | undefined>
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/webp': 'webp',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/wav': 'wav',
}

/** In their order as long as they fit; the rest is listed with its hash. */
async function embedding(files: readonly File[]): Promise<readonly Embedded[]> {
  const listed: Embedded[] = []
  let left = FILE_BYTES
  for (const { id, addedAt, contentType, sha256, seconds, url, bytes } of files) {
    const content = await bytes()
    const name = `附件${listed.length + 1}.${ENDINGS[contentType] ?? 'jpg'}`
    const fits = content !== undefined && content.length <= left
    if (fits) left -= content.length
    listed.push({
      ...{ name, id, addedAt, sha256, seconds, url, size: content?.length },
      ...(fits && {
        data: `data:${contentType};base64,${Buffer.from(content).toString('base64')}`,
      }),
    })
  }
  return listed
}

function document(
  number: string,
  main: string,
  sha256: string,
  listed: readonly Embedded[],
): string {
  const title = `投诉案卷 ${formatNumber(number)}`
  return printable(
    { title, size: 'A4', style: STYLE },
    main,
    `<footer><p>校验值（SHA-256）：<code>${sha256}</code></p>`,
    '<p>校验值按本文件从 &lt;main&gt; 到 &lt;/main&gt;（含）的 UTF-8 字节计算；在“家园”里输入校验值，可以查到这份案卷是谁、什么时候导出的。</p></footer>',
    ...(listed.length === 0 ? [] : ['<section class="photos"><h2>附件</h2>']),
    ...listed.map(figure),
    ...(listed.length === 0 ? [] : ['</section>']),
  )
}

const STYLE =
  'code{font-size:8pt;overflow-wrap:anywhere}footer{margin-top:18px;border-top:1px solid #5a6069}' +
  'figure{margin:8px 0}img{max-width:100%;max-height:220mm}.photos{break-before:page}'

function figure({ name, addedAt, sha256, seconds, data, url }: Embedded): string {
  const [verb, what] = seconds === undefined ? ['看', '原图'] : ['听', '录音']
  // Paper does not sound: by its hash it is known which recording is meant.
  const length = seconds === undefined ? '' : `，语音 ${seconds} 秒，校验值 <code>${sha256}</code>`
  const caption = `<figcaption>${name}${length}，${stamp(addedAt)} 上传</figcaption>`
  if (data !== undefined) {
    const shown =
      seconds === undefined
        ? `<img alt="${name}" src="${data}">`
        : `<audio controls preload="metadata" src="${data}"></audio>`
    return `<figure>${shown}${caption}</figure>`
  }
  const where = /^https:/.test(url)
    ? `<a href="${escaped(url)}">半小时内可以下载${what}</a>，以后在“家园”的这件投诉里${verb}`
    : `请在“家园”的这件投诉里${verb}${what}`
  return `<figure>${caption}<p>文件太大，没有放进来：${where}。用上面的校验值核对。</p></figure>`
}

/**
 * What was made can be asked for by its hash. Officers' exports stand on the chain too; a filer's do not: whoever reads
 * the chain may be the one complained of.
 */
async function record(
  sha256: string,
  number: string,
  by: StoredActor,
  { repository: { table, community }, now }: Call<Complaints>,
  trail: EvidenceNeeds['trail'],
): Promise<void> {
  const at = now.toISOString()
  const item = { pk: evidencePartition(community, number), sk: sha256, version: 1, v: 1 }
  await table.put({ ...item, data: { at, by } }).catch((err: unknown) => {
    // The same document is the same whoever asked for it in the same moment.
    if (!(err instanceof ConflictError)) throw err
  })
  if (ON_CHAIN.includes(by.role)) {
    const entry = { id: sha256, at, scope: community, by: by.person, subject: number }
    await trail.append([{ ...entry, act: 'complaints.export', detail: { sha256 } }])
  }
}

const ON_CHAIN: readonly string[] = ['community', 'street', 'district', 'mediator']

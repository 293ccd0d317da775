import { EVIDENCE_NAMES, type Evidence, type EvidenceKind } from '#shared/bindings/terms.ts'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

/** Evidence as far as it is written. */
export interface Seen {
  readonly kind?: EvidenceKind | undefined
  readonly last4: string
}

export const NOTHING_SEEN: Seen = { last4: '' }

/** Documents with a number, of which the last four are noted. */
const NUMBERED: readonly EvidenceKind[] = [
  'identity_document',
  'property_certificate',
  'purchase_contract',
  'inheritance_notarised',
  'court_judgment',
]
const LAST4 = /^[0-9A-Za-z]{4}$/

/** What is missing, in words; nothing where it can be sent. */
export function missingInEvidence({ kind, last4 }: Seen): string | undefined {
  if (kind === undefined) return '请选择看过什么'
  const typed = last4.trim()
  return typed !== '' && !LAST4.test(typed) ? '号码后四位是 4 个数字或字母' : undefined
}

export function evidenceOf(seen: Seen): Evidence | undefined {
  const { kind } = seen
  if (kind === undefined || missingInEvidence(seen) !== undefined) return undefined
  const last4 = seen.last4.trim()
  return last4 === '' || !NUMBERED.includes(kind) ? { kind } : { kind, last4 }
}

interface EvidenceFieldsProps {
  readonly kinds: readonly EvidenceKind[]
  readonly seen: Seen
  readonly onChange: (seen: Seen) => void
}

/** What was seen: its kind and, of a document, the last four of its number. Nothing is photographed. */
export const EvidenceFields = ({ kinds, seen, onChange }: EvidenceFieldsProps) => (
  <>
    <Field label="凭什么核实" hint="只记种类和号码后四位，不拍照">
      <ChoiceRow
        label="凭什么核实"
        options={kinds.map((value) => ({ value, label: EVIDENCE_NAMES[value] }))}
        value={seen.kind}
        onChange={(kind) => onChange({ ...seen, kind })}
      />
    </Field>
    {seen.kind !== undefined && NUMBERED.includes(seen.kind) && (
      <Field label="证件号码后四位" hint="没有号码就不填">
        <TextLine
          id="last4"
          label="证件号码后四位"
          value={seen.last4}
          placeholder="例如：012X"
          onChange={(last4) => onChange({ ...seen, last4 })}
        />
      </Field>
    )}
  </>
)

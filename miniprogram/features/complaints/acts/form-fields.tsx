import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { PhotoPicker } from '../../photos/photo-picker.tsx'

interface LineProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly placeholder?: string
  readonly onChange: (value: string) => void
}

/** A question with one line for its answer. */
export const LineField = ({ label, hint, ...rest }: LineProps) => (
  <Field label={label} {...(hint !== undefined && { hint })}>
    <TextLine label={label} {...rest} />
  </Field>
)

/** A question with room for some sentences. */
export const AreaField = ({ label, hint, ...rest }: LineProps & { readonly most: number }) => (
  <Field label={label} {...(hint !== undefined && { hint })}>
    <TextArea label={label} {...rest} />
  </Field>
)

interface Photographed {
  readonly photos: string[]
}
interface PhotosProps<T extends Photographed> {
  readonly community: string
  readonly form: {
    readonly content: T
    readonly change: (to: (old: T) => Partial<T>) => void
  }
}

/** The photos of an act's form. */
export const FormPhotos = <T extends Photographed>({ community, form }: PhotosProps<T>) => (
  <PhotoPicker
    community={community}
    photos={form.content.photos}
    onAdd={(photo) => form.change((old) => withPhotos<T>([...old.photos, photo]))}
    onRemove={(photo) =>
      form.change((old) => withPhotos<T>(old.photos.filter((one) => one !== photo)))
    }
  />
)

const withPhotos = <T extends Photographed>(photos: string[]): Partial<T> =>
  ({ photos }) as Partial<T>

export interface Resource {
  readonly Type: string
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
  readonly Properties: Readonly<Record<string, unknown>>
}
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>
}
export function checkTemplate(template: Template): readonly string[]

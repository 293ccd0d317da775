import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, type Rule } from 'postcss'
import { compile } from 'sass'

const SOURCE = path.resolve('miniprogram')
const TOKENS = path.join(SOURCE, 'platform/ui/tokens.scss')

const sheets = readdirSync(SOURCE, { recursive: true })
  .map((name) => path.join(SOURCE, String(name)))
  .filter((name) => name.endsWith('.scss'))

const valuesOf = (rule: Rule): ReadonlyMap<string, string> => {
  const values = new Map<string, string>()
  rule.walkDecls(({ prop, value }) => void values.set(prop, value))
  return values
}
const rulesOf = (file: string): readonly Rule[] => {
  const rules: Rule[] = []
  parse(compile(file).css).walkRules((rule) => void rules.push(rule))
  return rules
}
const tokensOf = (selector: string): ReadonlyMap<string, string> => {
  const rule = rulesOf(TOKENS).find(({ selectors }) => selectors.includes(selector))
  if (!rule) throw new Error(`no ${selector} in the tokens`)
  return valuesOf(rule)
}

const tokens = tokensOf('page')
const resolve = (value: string): string => {
  const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  return name === undefined ? value : resolve(tokens.get(name) ?? `no token ${name}`)
}

/** Relative luminance by WCAG 2.2. */
const luminance = (colour: string): number => {
  const hex = /^#([0-9a-f]{6})$/i.exec(resolve(colour))?.[1]
  if (hex === undefined) throw new Error(`${colour} is no colour of ours`)
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (ink: string, ground: string): number => {
  const [dark = 0, light = 0] = [luminance(ink), luminance(ground)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['var(--page)', 'var(--card)']
const TINTS = ['jade', 'amber', 'red', 'blue', 'grey'].map((tone) => `var(--${tone}-tint)`)
// Plain ink stands on anything; a tone only on its own tint, which its rule names, or on page and card.
const groundsOf = (ink: string): readonly string[] =>
  ink.startsWith('var(--ink') ? [...GROUNDS, ...TINTS] : GROUNDS

/** Every ink with every ground it can stand on, as the style sheets use them. */
const pairs = new Map<string, { ink: string; ground: string; where: string }>()
for (const file of sheets) {
  for (const rule of rulesOf(file)) {
    const values = valuesOf(rule)
    const ink = values.get('color')
    if (ink === undefined || ink === 'transparent' || ink === 'inherit') continue
    const own = values.get('background') ?? values.get('background-color')
    const grounds = own === undefined || own === 'transparent' ? groundsOf(ink) : [own]
    for (const ground of grounds) {
      const where = `${path.relative(SOURCE, file)} ${rule.selector}`
      pairs.set(`${ink} on ${ground}`, { ink, ground, where })
    }
  }
}
for (const [ink, ground] of [
  ['--nutui-color-primary-text', '--nutui-color-primary'],
  ['--nutui-color-title', '--nutui-color-background-overlay'],
  ['--nutui-color-text', '--nutui-color-background'],
  ['--nutui-color-text-help', '--nutui-color-background'],
  ['--nutui-color-text-disabled', '--nutui-color-background'],
  ['--nutui-color-primary', '--nutui-color-primary-light'],
  ['--nutui-color-danger', '--nutui-color-background-overlay'],
]) {
  const pair = { ink: `var(${ink})`, ground: `var(${ground})`, where: 'NutUI' }
  pairs.set(`${pair.ink} on ${pair.ground}`, pair)
}

test('the style sheets use inks on grounds', () => {
  expect(pairs.size).toBeGreaterThan(25)
})

test.each([...pairs.values()])('$ink on $ground has contrast ≥ 4.5:1 ($where)', (pair) => {
  expect(contrast(pair.ink, pair.ground)).toBeGreaterThanOrEqual(4.5)
})

test('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test('no text is as faint as a line', () => {
  expect([...pairs.values()].filter(({ ink }) => ink === 'var(--line)')).toEqual([])
})

test.each(sheets.filter((file) => file !== TOKENS))(
  '%s takes its colours and sizes from the tokens',
  (file) => {
    const source = readFileSync(file, 'utf8')
    expect(source).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i)
    expect(source).not.toMatch(/font-size:(?!\s*var\()/)
  },
)

describe('elder mode', () => {
  const elder = tokensOf('.elder')
  const sizes = ['--type-title', '--type-body', '--type-second', '--type-caption', '--icon']

  test.each([...sizes, '--mark', '--target', '--bar'])('multiplies %s by 1.4', (name) => {
    expect(parseFloat(elder.get(name) ?? '')).toBeCloseTo(parseFloat(tokens.get(name) ?? '') * 1.4)
  })

  test('stacks what stood side by side', () => {
    expect(tokens.get('--beside')).toBe('row')
    expect(elder.get('--beside')).toBe('column')
  })

  test('keeps gutters and spaces', () => {
    const kept = [...elder.keys()].filter((name) => /^--(space|gutter|radius)/.test(name))
    expect(kept).toEqual([])
  })
})

test('a target is at least 44 pt', () => {
  expect(parseFloat(tokens.get('--target') ?? '')).toBeGreaterThanOrEqual(44)
})

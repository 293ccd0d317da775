import type { Category } from '#shared/complaints/categories.ts'
import { DEFAULT_PERIODS, DEFAULT_SETTINGS, type Settings } from '#shared/complaints/settings.ts'
import { promiseOf } from './promise.ts'

test.each<[Category, boolean, string]>([
  ['lift', false, '物业须在 24 小时内答复、5 个工作日内办完，逾期自动转街道。'],
  ['lift', true, '直接给街道，不先经过物业。街道须在 1 个工作日内受理。'],
  ['fees', false, '这一类按规定直接给街道，不经过物业。街道须在 1 个工作日内受理。'],
  ['staff', true, '这一类按规定直接给街道，不经过物业。街道须在 1 个工作日内受理。'],
])('%s, straight to the street: %s', (category, direct, sentence) => {
  expect(promiseOf(DEFAULT_SETTINGS, category, direct)).toBe(sentence)
})

test('the periods are those of the community, and nothing is promised that does not happen', () => {
  const { first_reply: reply } = DEFAULT_PERIODS
  if (!reply) throw new Error('the defaults have a first reply')
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    periods: { first_reply: { ...reply, amount: 48, escalatesAfterHours: undefined } },
  }
  expect(promiseOf(settings, 'lift', false)).toBe('物业须在 48 小时内答复、5 个工作日内办完。')
})

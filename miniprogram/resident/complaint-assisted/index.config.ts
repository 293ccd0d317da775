export default definePageConfig({ navigationBarTitleText: '代办人提交的投诉' })

export default definePageConfig({ navigationBarTitleText: '以前小区的投诉' })

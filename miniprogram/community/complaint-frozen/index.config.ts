export default definePageConfig({ navigationBarTitleText: '调阅封存的投诉' })

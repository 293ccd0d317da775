export default definePageConfig({ navigationBarTitleText: '收票和录入' })

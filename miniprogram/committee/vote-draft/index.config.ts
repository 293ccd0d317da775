export default definePageConfig({ navigationBarTitleText: '拟表决' })

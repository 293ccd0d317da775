export default definePageConfig({ navigationBarTitleText: '辖区突发事件' })

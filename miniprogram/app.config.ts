const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/${name}.png`,
  selectedIconPath: `assets/${name}-on.png`,
})

/** The pages of one role: a package of its own, loaded when it is first needed. */
const role = (name: string, pages: readonly string[]) => ({
  root: name,
  name,
  pages: pages.map((page) => `${page}/index`),
})

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/complaints/index',
    'pages/affairs/index',
    'pages/public/index',
    'pages/me/index',
    'pages/login/index',
  ],
  subPackages: [
    role('resident', [
      'complaint-file',
      'complaint-assisted',
      'complaint',
      'vote',
      'vote-result',
      'notice',
      'bills',
      'devices',
      'devices-factor',
      'devices-web',
      'privacy-agreement',
      'privacy',
      'privacy-sights',
      'privacy-export',
      'privacy-correct',
      'privacy-close',
      'notice-board',
      'home-list',
      'home-claim',
      'home-standing',
      'home-people',
      'home-representative',
      'role-join',
      'inbox',
    ]),
    // The register's pages are for whoever keeps it, property staff too: they fetch this package for them.
    role('committee', [
      'vote-draft',
      'vote-conduct',
      'notice-publish',
      'register',
      'register-import',
      'register-version',
      'register-unit',
      'register-transfer',
      'register-export',
    ]),
    role('property', ['complaint', 'collection', 'notice-publish']),
    role('community', [
      'claims',
      'claim-home',
      'paper-code',
      'corrections',
      'correction',
      'audit',
      'roles',
      'role-give',
    ]),
  ],
  tabBar: {
    color: '#5F6773',
    selectedColor: '#0F766E',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      tab('home', '首页'),
      tab('complaints', '投诉'),
      tab('affairs', '议事'),
      tab('public', '公开'),
      tab('me', '我的'),
    ],
  },
  window: {
    navigationBarBackgroundColor: '#FFFFFF',
    navigationBarTitleText: '家园',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F5F6F8',
    backgroundTextStyle: 'dark',
  },
  // WeChat asks the person before any private interface: `platform/private.ts` is the one door to them.
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
})

import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'

import { whenForbidden, whenSignedOut } from './api/client'
import type { Role } from './api/schema'
import { useSession } from './identity/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string
    /** Shown without the frame: nobody is signed in yet, or may not go on yet. */
    bare?: boolean
    /** Can be seen by nobody in particular. */
    open?: boolean
    /** Shows runs or clues: only for roles that read them. */
    clues?: boolean
    /** Only for these roles. */
    roles?: Role[]
    /** Shows which data there are: for these and data stewards. */
    data?: boolean
    /** Shows the catalogue of data: for these and the data-protection officer. */
    catalogue?: boolean
    /** Only for data stewards. */
    steward?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/sign-in', component: () => import('./identity/SignInPage.vue'), meta: { title: 'identity.signIn', bare: true, open: true } },
  { path: '/sign-in/back', component: () => import('./identity/ReturnPage.vue'), meta: { title: 'identity.signIn', bare: true, open: true } },
  { path: '/setup', component: () => import('./identity/SetupPage.vue'), meta: { title: 'identity.setup', bare: true, open: true } },
  { path: '/password', component: () => import('./identity/PasswordPage.vue'), meta: { title: 'identity.passwordTitle', bare: true } },
  { path: '/pledge', component: () => import('./identity/PledgePage.vue'), meta: { title: 'identity.pledgeTitle', bare: true } },
  { path: '/account', component: () => import('./identity/AccountPage.vue'), meta: { title: 'identity.account' } },
  { path: '/', component: () => import('./desk/DeskPage.vue'), meta: { title: 'desk.title' } },
  { path: '/start', component: () => import('./start/StartPage.vue'), meta: { title: 'start.title', clues: true } },
  { path: '/models/:model', component: () => import('./models/ModelPage.vue'), meta: { title: 'models.title', clues: true } },
  { path: '/bring', component: () => import('./deliveries/BringPage.vue'), meta: { title: 'deliveries.bring', clues: true } },
  { path: '/deliveries/:delivery', component: () => import('./deliveries/DeliveryPage.vue'), meta: { title: 'deliveries.title', clues: true } },
  { path: '/deliveries/:delivery/documents', component: () => import('./documents/DocumentListPage.vue'), meta: { title: 'documents.title', clues: true } },
  { path: '/deliveries/:delivery/documents/:no', component: () => import('./documents/DocumentPage.vue'), meta: { title: 'documents.one', clues: true } },
  { path: '/drafts', component: () => import('./drafts/DraftListPage.vue'), meta: { title: 'drafts.title', roles: ['DIGITAL_OFFICE', 'DATA_STEWARD'] } },
  { path: '/drafts/:draft', component: () => import('./drafts/DraftPage.vue'), meta: { title: 'drafts.one', roles: ['DIGITAL_OFFICE', 'DATA_STEWARD'] } },
  { path: '/datasets', component: () => import('./datasets/CataloguePage.vue'), meta: { title: 'datasets.title', catalogue: true } },
  { path: '/datasets/bring', component: () => import('./datasets/BringDataPage.vue'), meta: { title: 'datasets.bring', steward: true } },
  { path: '/datasets/:dataset', component: () => import('./datasets/DatasetPage.vue'), meta: { title: 'datasets.dataset', catalogue: true } },
  { path: '/datasets/:dataset/versions/:number', component: () => import('./datasets/VersionPage.vue'), meta: { title: 'datasets.version', data: true } },
  { path: '/intake/:delivery', component: () => import('./datasets/IntakePage.vue'), meta: { title: 'datasets.intake', steward: true } },
  { path: '/requests', component: () => import('./requests/RequestListPage.vue'), meta: { title: 'requests.title', data: true } },
  { path: '/requests/gaps', component: () => import('./requests/GapPage.vue'), meta: { title: 'requests.gapsTitle', data: true } },
  { path: '/requests/calendar', component: () => import('./requests/CalendarPage.vue'), meta: { title: 'requests.calendarTitle', data: true } },
  { path: '/requests/new', component: () => import('./requests/DraftPage.vue'), meta: { title: 'requests.new', data: true } },
  { path: '/requests/:request', component: () => import('./requests/RequestPage.vue'), meta: { title: 'requests.one', data: true } },
  { path: '/requests/:request/edit', component: () => import('./requests/DraftPage.vue'), meta: { title: 'requests.change', data: true } },
  { path: '/runs', component: () => import('./runs/RunListPage.vue'), meta: { title: 'runs.list', clues: true } },
  { path: '/runs/:run', component: () => import('./runs/RunPage.vue'), meta: { title: 'runs.title', clues: true } },
  { path: '/runs/:run/comparison', component: () => import('./runs/ComparisonPage.vue'), meta: { title: 'runs.comparison', clues: true } },
  { path: '/schedules', component: () => import('./schedules/ScheduleListPage.vue'), meta: { title: 'schedules.title', clues: true } },
  { path: '/schedules/new', component: () => import('./schedules/ScheduleFormPage.vue'), meta: { title: 'schedules.order', clues: true } },
  { path: '/runs/:run/clues', component: () => import('./clues/ClueListPage.vue'), meta: { title: 'clues.title', clues: true } },
  { path: '/runs/:run/clues/:clue', component: () => import('./clues/CluePage.vue'), meta: { title: 'clues.one', clues: true } },
  { path: '/health', component: () => import('./health/HealthPage.vue'), meta: { title: 'health.title', bare: true, open: true } },
  { path: '/administration/offices', component: () => import('./administration/OfficesPage.vue'), meta: { title: 'administration.offices', roles: ['SYSTEM_ADMIN', 'SECURITY_ADMIN'] } },
  { path: '/administration/accounts', component: () => import('./administration/AccountsPage.vue'), meta: { title: 'administration.accounts', roles: ['SYSTEM_ADMIN', 'SECURITY_ADMIN'] } },
  { path: '/delegations', component: () => import('./administration/DelegationsPage.vue'), meta: { title: 'administration.delegations', roles: ['DEPARTMENT_HEAD', 'CHIEF', 'SECURITY_ADMIN'] } },
  { path: '/audit', component: () => import('./audit/AuditPage.vue'), meta: { title: 'audit.title', roles: ['AUDIT_ADMIN'] } },
  { path: '/openings', component: () => import('./openings/OpeningsPage.vue'), meta: { title: 'openings.title', clues: true } },
  { path: '/protection', component: () => import('./protection/ProtectionPage.vue'), meta: { title: 'protection.title', roles: ['PROTECTION_OFFICER'] } },
  { path: '/protection/models/:model', component: () => import('./protection/NecessityPage.vue'), meta: { title: 'protection.necessity', roles: ['PROTECTION_OFFICER'] } },
  { path: '/unlock', component: () => import('./seal/UnlockPage.vue'), meta: { title: 'seal.title', roles: ['SECURITY_ADMIN', 'PROTECTION_OFFICER'] } },
  { path: '/:rest(.*)*', component: () => import('./frame/NotFoundPage.vue'), meta: { title: 'frame.notFound' } },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (to.meta.open) return true
  try {
    await session.ask()
  } catch {
    return '/sign-in' // the server cannot be reached; that page says so
  }
  const me = session.me
  if (me === null) return { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  if (me.passwordChange && to.path !== '/password') return '/password'
  if (!me.passwordChange && me.pledge === 'DUE' && to.path !== '/pledge') return '/pledge'
  if (to.meta.clues && !session.readsClues) return '/'
  if (to.meta.roles && !to.meta.roles.some((role) => session.holds(role))) return '/'
  if (to.meta.data && !session.readsData) return '/'
  if (to.meta.catalogue && !session.seesCatalogue) return '/'
  if (to.meta.steward && !session.stewards) return '/'
  return true
})

// The focus goes to the new page, as it would with pages that the browser loads itself.
router.afterEach((to, from) => {
  if (from.matched.length > 0 && to.path !== from.path) {
    requestAnimationFrame(() => document.getElementById('content')?.focus({ preventScroll: true }))
  }
})

whenSignedOut(() => {
  useSession().take(null)
  const here = router.currentRoute.value
  if (!here.meta.open) void router.replace({ path: '/sign-in', query: { next: here.fullPath, ended: '1' } })
})

// Roles may have changed; the next page asks who this is now.
whenForbidden(() => {
  useSession().asked = false
})

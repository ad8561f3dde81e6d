import type { ComponentType } from 'react'
import { createBrowserRouter, Navigate, Outlet, useParams } from 'react-router'
import { leadsSomewhere } from '../parts/address-values.ts'
import { fetched } from './fetched.ts'
import { Frame } from './frame.tsx'
import { PageFailure } from './page-failure.tsx'

/** A page, loaded when it is first opened. Its module exports its `Component`. */
interface LazyPage {
  path: string
  lazy: () => Promise<{ Component: ComponentType }>
}

/** What is open to whoever comes. */
const doors: LazyPage[] = [
  { path: '/console/sign-in', lazy: () => import('../pages/people/sign-in/sign-in.tsx') },
  { path: '/console/invitation', lazy: () => import('../pages/people/account/invitation.tsx') },
]

/** What stands within the frame. */
const pages: LazyPage[] = [
  { path: 'today', lazy: () => import('../pages/people/today/today.tsx') },
  { path: 'projects', lazy: () => import('../pages/estate/projects/projects.tsx') },
  { path: 'projects/:projectId', lazy: () => import('../pages/estate/projects/project.tsx') },
  { path: 'parking', lazy: () => import('../pages/estate/parking/parking.tsx') },
  { path: 'parking/:parkingSpaceId', lazy: () => import('../pages/estate/parking/space.tsx') },
  { path: 'rooms', lazy: () => import('../pages/estate/rooms/rooms.tsx') },
  { path: 'rooms/:roomId', lazy: () => import('../pages/estate/rooms/room.tsx') },
  { path: 'places', lazy: () => import('../pages/estate/places/places.tsx') },
  { path: 'areas', lazy: () => import('../pages/estate/areas/areas.tsx') },
  { path: 'areas/:areaId', lazy: () => import('../pages/estate/areas/area.tsx') },
  { path: 'people', lazy: () => import('../pages/estate/people/people.tsx') },
  { path: 'people/:personId', lazy: () => import('../pages/estate/people/person.tsx') },
  { path: 'import', lazy: () => import('../pages/estate/import/imports.tsx') },
  { path: 'import/:importId', lazy: () => import('../pages/estate/import/import.tsx') },
  { path: 'password', lazy: () => import('../pages/people/account/password.tsx') },
  { path: 'settings/staff', lazy: () => import('../pages/people/staff/staff.tsx') },
  { path: 'settings/staff/:staffId', lazy: () => import('../pages/people/staff/colleague.tsx') },
  { path: 'settings/roles', lazy: () => import('../pages/people/staff/roles.tsx') },
  { path: 'settings/organisation', lazy: () => import('../pages/estate/organisation/organisation.tsx') },
  { path: 'settings/entities', lazy: () => import('../pages/estate/organisation/entities.tsx') },
  { path: 'settings/merchant', lazy: () => import('../pages/fees/merchant/merchants.tsx') },
  { path: 'settings/calendar', lazy: () => import('../pages/platform/calendar/calendar.tsx') },
  { path: 'settings/surveys', lazy: () => import('../pages/insight/survey-settings/survey-settings.tsx') },
  { path: 'settings/categories', lazy: () => import('../pages/desk/categories/categories.tsx') },
  { path: 'settings/audit', lazy: () => import('../pages/platform/audit/audit.tsx') },
  { path: 'stopped', lazy: () => import('../pages/platform/stopped-work/stopped-work.tsx') },
  { path: 'desk/complaints', lazy: () => import('../pages/desk/complaints/complaints.tsx') },
  { path: 'desk/complaints/:complaintId', lazy: () => import('../pages/desk/complaints/complaint.tsx') },
  { path: 'desk/revisits', lazy: () => import('../pages/desk/complaints/revisits.tsx') },
  { path: 'desk/messages', lazy: () => import('../pages/platform/messages/messages.tsx') },
  { path: 'fees/desk', lazy: () => import('../pages/fees/cashier/desk.tsx') },
  { path: 'fees/bills', lazy: () => import('../pages/fees/bills/bills.tsx') },
  { path: 'fees/runs', lazy: () => import('../pages/fees/bill-runs/runs.tsx') },
  { path: 'fees/runs/:runId', lazy: () => import('../pages/fees/bill-runs/run.tsx') },
  { path: 'fees/arrears', lazy: () => import('../pages/fees/bills/arrears.tsx') },
  { path: 'fees/arrears/collection', lazy: () => import('../pages/fees/bills/collection.tsx') },
  { path: 'fees/charges/room/:roomId', lazy: () => import('../pages/fees/tariffs/charges.tsx') },
  { path: 'fees/charges/parking/:parkingSpaceId', lazy: () => import('../pages/fees/tariffs/charges.tsx') },
  { path: 'fees/day-sheet', lazy: () => import('../pages/fees/payments/day-sheet.tsx') },
  { path: 'fees/tariffs/:tariffId', lazy: () => import('../pages/fees/tariffs/tariff.tsx') },
  { path: 'fees/exceptions/:exceptionId', lazy: () => import('../pages/fees/payments/exception.tsx') },
  { path: 'fees/tariffs', lazy: () => import('../pages/fees/tariffs/tariffs.tsx') },
  { path: 'fees/items', lazy: () => import('../pages/fees/items/items.tsx') },
  { path: 'fees/payments', lazy: () => import('../pages/fees/payments/payments.tsx') },
  { path: 'fees/exceptions', lazy: () => import('../pages/fees/payments/exceptions.tsx') },
  { path: 'fees/reminders', lazy: () => import('../pages/fees/reminders/reminders.tsx') },
  { path: 'satisfaction', lazy: () => import('../pages/insight/satisfaction/compare.tsx') },
  { path: 'satisfaction/trend', lazy: () => import('../pages/insight/trend/trend.tsx') },
  { path: 'satisfaction/check', lazy: () => import('../pages/insight/trend/check.tsx') },
  { path: 'satisfaction/measures', lazy: () => import('../pages/insight/measures/measures.tsx') },
  { path: 'satisfaction/complaints', lazy: () => import('../pages/insight/complaint-figures/figures.tsx') },
  { path: 'satisfaction/surveys', lazy: () => import('../pages/insight/satisfaction/surveys.tsx') },
  {
    path: 'satisfaction/surveys/unanswered',
    lazy: () => import('../pages/insight/unanswered/unanswered.tsx'),
  },
]

export const router = createBrowserRouter([
  {
    errorElement: <PageFailure />,
    children: [
      ...doors.map(asRoute),
      {
        path: '/console',
        element: <Frame />,
        children: [
          {
            // A page that is not shown takes neither the menu nor what surrounds it away.
            errorElement: <PageFailure />,
            element: <AtAddress />,
            children: [
              { index: true, element: <Navigate to="/console/today" replace /> },
              ...pages.map(asRoute),
              { path: '*', element: <PageFailure missing /> },
            ],
          },
        ],
      },
    ],
  },
])

/** The page, or that there is none where a part of its address is not what it stands for. */
function AtAddress() {
  return leadsSomewhere(useParams()) ? <Outlet /> : <PageFailure missing />
}

function asRoute({ path, lazy }: LazyPage) {
  return { path, lazy: fetched(lazy) }
}

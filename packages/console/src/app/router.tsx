import type { ComponentType } from 'react'
import { createBrowserRouter, Navigate } from 'react-router'
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
  { path: '/console/sign-in', lazy: () => import('../pages/sign-in/sign-in.tsx') },
  { path: '/console/invitation', lazy: () => import('../pages/account/invitation.tsx') },
]

/** What stands within the frame. */
const pages: LazyPage[] = [
  { path: 'today', lazy: () => import('../pages/today/today.tsx') },
  { path: 'projects', lazy: () => import('../pages/projects/projects.tsx') },
  { path: 'projects/:projectId', lazy: () => import('../pages/projects/project.tsx') },
  { path: 'parking', lazy: () => import('../pages/parking/parking.tsx') },
  { path: 'parking/:parkingSpaceId', lazy: () => import('../pages/parking/space.tsx') },
  { path: 'rooms', lazy: () => import('../pages/rooms/rooms.tsx') },
  { path: 'rooms/:roomId', lazy: () => import('../pages/rooms/room.tsx') },
  { path: 'people', lazy: () => import('../pages/people/people.tsx') },
  { path: 'people/:personId', lazy: () => import('../pages/people/person.tsx') },
  { path: 'import', lazy: () => import('../pages/import/imports.tsx') },
  { path: 'import/:importId', lazy: () => import('../pages/import/import.tsx') },
  { path: 'password', lazy: () => import('../pages/account/password.tsx') },
  { path: 'settings/staff', lazy: () => import('../pages/staff/staff.tsx') },
  { path: 'settings/roles', lazy: () => import('../pages/staff/roles.tsx') },
  { path: 'settings/merchant', lazy: () => import('../pages/merchant/merchants.tsx') },
  { path: 'settings/calendar', lazy: () => import('../pages/calendar/calendar.tsx') },
  { path: 'settings/surveys', lazy: () => import('../pages/survey-settings/survey-settings.tsx') },
  { path: 'settings/categories', lazy: () => import('../pages/categories/categories.tsx') },
  { path: 'settings/audit', lazy: () => import('../pages/audit/audit.tsx') },
  { path: 'stopped', lazy: () => import('../pages/stopped-work/stopped-work.tsx') },
  { path: 'desk/complaints', lazy: () => import('../pages/complaints/complaints.tsx') },
  { path: 'desk/complaints/:complaintId', lazy: () => import('../pages/complaints/complaint.tsx') },
  { path: 'desk/revisits', lazy: () => import('../pages/complaints/revisits.tsx') },
  { path: 'desk/messages', lazy: () => import('../pages/messages/messages.tsx') },
  { path: 'fees/desk', lazy: () => import('../pages/cashier/desk.tsx') },
  { path: 'fees/bills', lazy: () => import('../pages/bills/bills.tsx') },
  { path: 'fees/runs', lazy: () => import('../pages/bill-runs/runs.tsx') },
  { path: 'fees/runs/:runId', lazy: () => import('../pages/bill-runs/run.tsx') },
  { path: 'fees/arrears', lazy: () => import('../pages/bills/arrears.tsx') },
  { path: 'fees/arrears/collection', lazy: () => import('../pages/bills/collection.tsx') },
  { path: 'fees/charges/:kind/:placeId', lazy: () => import('../pages/tariffs/charges.tsx') },
  { path: 'fees/day-sheet', lazy: () => import('../pages/payments/day-sheet.tsx') },
  { path: 'fees/tariffs/:tariffId', lazy: () => import('../pages/tariffs/tariff.tsx') },
  { path: 'fees/exceptions/:exceptionId', lazy: () => import('../pages/payments/exception.tsx') },
  { path: 'fees/tariffs', lazy: () => import('../pages/tariffs/tariffs.tsx') },
  { path: 'fees/payments', lazy: () => import('../pages/payments/payments.tsx') },
  { path: 'fees/exceptions', lazy: () => import('../pages/payments/exceptions.tsx') },
  { path: 'fees/reminders', lazy: () => import('../pages/reminders/reminders.tsx') },
  { path: 'satisfaction', lazy: () => import('../pages/satisfaction/compare.tsx') },
  { path: 'satisfaction/trend', lazy: () => import('../pages/trend/trend.tsx') },
  { path: 'satisfaction/check', lazy: () => import('../pages/trend/check.tsx') },
  { path: 'satisfaction/complaints', lazy: () => import('../pages/complaint-figures/figures.tsx') },
  { path: 'satisfaction/surveys', lazy: () => import('../pages/satisfaction/surveys.tsx') },
  { path: 'satisfaction/surveys/unanswered', lazy: () => import('../pages/unanswered/unanswered.tsx') },
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

function asRoute({ path, lazy }: LazyPage) {
  return { path, lazy: fetched(lazy) }
}

import { createBrowserRouter, Navigate } from 'react-router'
import { Frame } from './frame.tsx'
import { PageFailure } from './page-failure.tsx'

/** Every page, loaded when it is first opened. A page's module exports its `Component`. */
export const router = createBrowserRouter([
  {
    errorElement: <PageFailure />,
    children: [
      { path: '/console/sign-in', lazy: () => import('../pages/sign-in/sign-in.tsx') },
      { path: '/console/invitation', lazy: () => import('../pages/account/invitation.tsx') },
      {
        path: '/console',
        element: <Frame />,
        errorElement: <PageFailure />,
        children: [
          { index: true, element: <Navigate to="/console/today" replace /> },
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
          { path: 'settings/audit', lazy: () => import('../pages/audit/audit.tsx') },
          { path: 'desk/complaints', lazy: () => import('../pages/complaints/complaints.tsx') },
          { path: 'desk/complaints/:complaintId', lazy: () => import('../pages/complaints/complaint.tsx') },
          { path: 'desk/revisits', lazy: () => import('../pages/complaints/revisits.tsx') },
          { path: 'desk/messages', lazy: () => import('../pages/messages/messages.tsx') },
          { path: 'fees/desk', lazy: () => import('../pages/fees/desk.tsx') },
          { path: 'fees/bills', lazy: () => import('../pages/fees/bills.tsx') },
          { path: 'fees/runs', lazy: () => import('../pages/fees/runs.tsx') },
          { path: 'fees/tariffs', lazy: () => import('../pages/fees/tariffs.tsx') },
          { path: 'fees/payments', lazy: () => import('../pages/fees/payments.tsx') },
          { path: 'fees/exceptions', lazy: () => import('../pages/fees/exceptions.tsx') },
          { path: 'fees/reminders', lazy: () => import('../pages/reminders/reminders.tsx') },
          { path: 'satisfaction', lazy: () => import('../pages/satisfaction/compare.tsx') },
          { path: 'satisfaction/surveys', lazy: () => import('../pages/satisfaction/surveys.tsx') },
          { path: '*', element: <PageFailure missing /> },
        ],
      },
    ],
  },
])

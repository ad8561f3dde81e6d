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
          { path: 'password', lazy: () => import('../pages/account/password.tsx') },
          { path: 'settings/staff', lazy: () => import('../pages/staff/staff.tsx') },
          { path: 'desk/complaints', lazy: () => import('../pages/complaints/complaints.tsx') },
          { path: 'desk/complaints/:complaintId', lazy: () => import('../pages/complaints/complaint.tsx') },
          { path: 'desk/revisits', lazy: () => import('../pages/complaints/revisits.tsx') },
          { path: 'desk/messages', lazy: () => import('../pages/messages/messages.tsx') },
          { path: 'fees/reminders', lazy: () => import('../pages/reminders/reminders.tsx') },
          { path: '*', element: <PageFailure missing /> },
        ],
      },
    ],
  },
])

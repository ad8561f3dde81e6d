import { api, call } from '../../../app/api.ts'

export const listComplaints = (query: Parameters<typeof api.complaints.$get>[0]['query']) =>
  call(api.complaints.$get({ query }))
export type Complaint = Awaited<ReturnType<typeof listComplaints>>['items'][number]

export const readComplaint = (complaintId: string) =>
  call(api.complaints[':complaintId'].$get({ param: { complaintId } }))
export type ComplaintDetail = Awaited<ReturnType<typeof readComplaint>>

export const listCategories = () => call(api.complaints.categories.$get({ query: {} }))

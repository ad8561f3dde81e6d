import type {
  AuditApi,
  BillApi,
  BillRunApi,
  CalendarApi,
  ComplaintApi,
  ComplaintStepApi,
  FileApi,
  InvitationApi,
  MerchantApi,
  MessageApi,
  PaymentApi,
  PortalComplaintApi,
  PortalPaymentApi,
  PortalSessionApi,
  PortalSurveyApi,
  PortalTariffApi,
  ProjectApi,
  RegistryApi,
  RegistryImportApi,
  RegistryParkingApi,
  RegistryPeopleApi,
  ReminderApi,
  SatisfactionApi,
  SessionApi,
  StaffApi,
  StoppedWorkApi,
  TariffApi,
  TaskApi,
} from '@heju/worker-api/client-types'
import { hc, type ClientRequestOptions } from 'hono/client'

/** Clients of the API, one a capability. @param origin of the company's host; the empty text within its own pages */
export function apiClient(origin: string, options?: ClientRequestOptions) {
  const at = (path: string) => `${origin}/api/v1/${path}`
  return {
    session: hc<SessionApi>(at('session'), options),
    staff: hc<StaffApi>(at('staff'), options),
    invitations: hc<InvitationApi>(at('invitations'), options),
    projects: hc<ProjectApi>(at('projects'), options),
    stoppedWork: hc<StoppedWorkApi>(at('stopped-work'), options),
    tasks: hc<TaskApi>(at('tasks'), options),
    complaints: hc<ComplaintApi>(at('complaints'), options),
    complaintSteps: hc<ComplaintStepApi>(at('complaints'), options),
    files: hc<FileApi>(at('files'), options),
    calendar: hc<CalendarApi>(at('calendar'), options),
    audit: hc<AuditApi>(at('audit'), options),
    messages: hc<MessageApi>(at('messages'), options),
    tariffs: hc<TariffApi>(at('tariffs'), options),
    billRuns: hc<BillRunApi>(at('bill-runs'), options),
    bills: hc<BillApi>(at('bills'), options),
    payments: hc<PaymentApi>(at('payments'), options),
    merchants: hc<MerchantApi>(at('merchants'), options),
    reminders: hc<ReminderApi>(at('reminders'), options),
    registry: hc<RegistryApi>(at('registry'), options),
    parking: hc<RegistryParkingApi>(at('registry'), options),
    registryPeople: hc<RegistryPeopleApi>(at('registry'), options),
    imports: hc<RegistryImportApi>(at('imports'), options),
    satisfaction: hc<SatisfactionApi>(at('satisfaction'), options),
    /** What an owner may ask. */
    portal: {
      session: hc<PortalSessionApi>(at('portal/session'), options),
      payments: hc<PortalPaymentApi>(at('portal'), options),
      tariffs: hc<PortalTariffApi>(at('portal/tariffs'), options),
      complaints: hc<PortalComplaintApi>(at('portal/complaints'), options),
      files: hc<FileApi>(at('portal/files'), options),
      surveys: hc<PortalSurveyApi>(at('portal/surveys'), options),
    },
  }
}

export type ApiClient = ReturnType<typeof apiClient>

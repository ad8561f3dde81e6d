import { defineError } from '@heju/kernel'

export const projectNotFound = defineError('projects.not_found', 'not_found')
export const projectNameTaken = defineError('projects.name_taken', 'conflict')

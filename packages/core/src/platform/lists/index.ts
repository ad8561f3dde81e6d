export { defineList, type List } from './define-list.ts'

export { defineList, projectsInOrder, type List } from './define-list.ts'

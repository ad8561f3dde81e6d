export { defineList, projectsInOrder, type List, type Order } from './define-list.ts'

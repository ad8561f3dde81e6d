export * from './collection-figures.ts'
export { exportCollection, exportCollectionSchema } from './export-collection.ts'
export * from './shape.ts'

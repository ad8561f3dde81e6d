export { figuresAtOnce, hundredth } from './figures.ts'
export { listFile } from './list-file.ts'
export * from './shape.ts'

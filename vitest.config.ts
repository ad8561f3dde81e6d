import { configDefaults, defineConfig } from 'vitest/config'

/** Where CI is set, all is looked at; while somebody works, what takes long is left out. */
const long = (process.env.CI ?? '') !== ''

/** What is waited for comes when it comes: by this it does, on a machine that has other things to do as well. */
const patient = { poll: { timeout: 20_000 } }

const unit = ['packages/*/src/**/*.test.ts', 'workers/*/src/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          // Loading the product's modules anew for every file took as long as the tests.
          isolate: false,
          include: unit,
          globalSetup: ['tests/setup/database-server.ts'],
          expect: patient,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'span',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          // Workspace links lead from tests/node_modules to every package’s own tests, many times over.
          exclude: [
            ...configDefaults.exclude,
            'tests/browser/**',
            'tests/flows/**',
            'tests/sqld/**',
            'tests/start/**',
          ],
          globalSetup: ['tests/setup/database-server.ts'],
          expect: patient,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'sqld',
          isolate: false,
          // The protocol, then what the product does with it: schema, provisioning, bills, payments, backup and restore.
          include: [
            'packages/local/src/libsql-server/conformance/*.test.ts',
            'packages/core/src/platform/outbox/*.test.ts',
            'packages/core/src/platform/tenancy/*.test.ts',
            'tests/crash/*.test.ts',
            'tests/migrations/restore.test.ts',
            'tests/payments/*.test.ts',
            'tests/sqld/*.test.ts',
          ],
          globalSetup: ['tests/setup/sqld.ts'],
          expect: patient,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          expect: patient,
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'flows',
          include: ['tests/flows/**/*.test.ts'],
          globalSetup: ['tests/setup/running-product.ts'],
          expect: patient,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // Every page once more, for what somebody may have stored in it, belongs to the long part.
          exclude: [...configDefaults.exclude, ...(long ? [] : ['tests/browser/stored-script.test.ts'])],
          globalSetup: ['tests/setup/running-product.ts'],
          setupFiles: ['tests/setup/pages-of-a-test.ts'],
          expect: patient,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Each file has a company of its own; most of the time a page is waited for.
          maxWorkers: 2,
        },
      },
    ],
  },
})

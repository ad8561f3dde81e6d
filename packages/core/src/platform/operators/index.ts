export * from './errors.ts'
export { operatorOf, signOutOperator, type Operator } from './operator-session.ts'
export { operatorSessionMs, signInOperator, type FirstOperator } from './sign-in-operator.ts'

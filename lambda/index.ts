// What the bundle exports: one function for the queue, one for the schedule.
export { handler } from './handler';
export { sweep } from './sweep';

// What the doctor alone needs: clients of the AWS services that it asks.
export { runDoctor } from '../doctor/run-doctor';

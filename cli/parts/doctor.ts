// What the doctor alone needs: clients of the AWS services that it asks. Who looks up Regions asks two of them.
export { runDoctor, runMemberDoctor } from '../doctor/run-doctor';
export { runLookup } from '../lookup/run-lookup';

// log files, streams and objects → [records]: what reads CloudTrail's logs.
export { findLogFiles } from './find-files';
export { logFiles } from './log-files';
export { readLogBytes } from './read-log';
export { logStream } from './stream';

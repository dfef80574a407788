import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Forwarder, type ForwarderProps } from './forwarder';
import { ReaderRole, type ReaderRoleProps } from './reader-role';

/** Properties of the stack: those of any stack, those of the forwarder, and the reader role. */
export interface ForwarderStackProps extends StackProps, ForwarderProps {
  /** The role that the hub assumes here; for the stack in one Region of a member account. @default - none */
  readonly reader?: Omit<ReaderRoleProps, 'home'>;
}

/** A forwarder as a stack of its own. It has no assets, so that its Region needs no bootstrap. */
export class ForwarderStack extends Stack {
  readonly forwarder: Forwarder;
  /** Undefined where the stack has none. */
  readonly reader: ReaderRole | undefined;

  constructor(scope: Construct, id: string, props: ForwarderStackProps) {
    const { home, operations, enabled = true, reader, ...rest } = props;
    super(scope, id, {
      description: 'Launch Denied: sends denied EC2 launches to where they are explained',
      ...rest,
    });
    this.forwarder = new Forwarder(this, 'Forwarder', { home, operations, enabled });
    this.reader =
      reader === undefined ? undefined : new ReaderRole(this, 'Reader', { home, ...reader });
  }
}

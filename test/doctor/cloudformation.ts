// One operation of CloudFormation as its client would send it; nothing else here needs that client.

/** How the operation is asked. */
interface Options {
  readonly endpoint: string;
  readonly region: string;
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html */
export class DeleteStackCommand {
  readonly input: { readonly StackName?: string };

  constructor(input: { readonly StackName?: string }) {
    this.input = input;
  }
}

/** Sends what the service takes; the signature is none. */
export class CloudFormationClient {
  readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  async send({ input }: DeleteStackCommand): Promise<void> {
    const { endpoint, region } = this.options;
    const scope = `Credential=AKIAIOSFODNN7EXAMPLE/20261123/${region}/cloudformation/aws4_request`;
    await fetch(endpoint, {
      method: 'POST',
      headers: { authorization: `AWS4-HMAC-SHA256 ${scope}, Signature=none` },
      body: new URLSearchParams({ Action: 'DeleteStack', ...input }),
    });
  }
}

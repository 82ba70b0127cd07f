// A server of the Model Context Protocol over standard input and output: it translates tools into jobs, and their results
// into answers. Nothing but the protocol is written to standard output.
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from '@modelcontextprotocol/sdk/types.js';
import type { Locale } from '#base/locale.js';
import { agentSentences } from '#locale/agent.js';
import { listTools, type Job, type Tool } from './tools.js';

/** What a job gave: a document as JSON unless it failed before there was one, and remarks or reasons, one line each. */
export interface JobResult {
  readonly document?: string;
  readonly lines: readonly string[];
  readonly hasFailed: boolean;
}

/** What the server needs of the program. */
export interface ServerSetting {
  readonly version: string;
  readonly locale: Locale;
  /** Never rejects. */
  readonly run: (job: Job) => Promise<JobResult>;
  /** Says a line to the person who started the server. */
  readonly log: (line: string) => void;
}

/** The longest message that is read, bytes: a draft with room around it. */
const MAX_MESSAGE = 2 * 1024 * 1024;

/**
 * Serves until the client closes its end, and all that was called by then has its answer.
 * @returns whether it ended as it should: a message that is too long ends it, too.
 */
export async function serve({ version, locale, run, log }: ServerSetting): Promise<boolean> {
  const words = agentSentences(locale);
  const tools = new Map<string, Tool>(listTools(locale).map((tool) => [tool.name, tool]));
  const { stdin, stdout } = process;
  const server = new Server(
    { name: 'tweetspan', version },
    { capabilities: { tools: {} }, instructions: words.instructions },
  );
  let running = 0;
  let isWhole = true;
  // One job after the other: they share a database and the processor.
  let last: Promise<unknown> = Promise.resolve();
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: [...tools.values()].map(({ name, input, output, isOpenWorld }) => ({
      name,
      title: words.tools[name].title,
      description: words.tools[name].description,
      inputSchema: { ...input, type: 'object' as const },
      outputSchema: { ...output, type: 'object' as const },
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: isOpenWorld },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.get(params.name);
    if (tool === undefined) {
      throw new McpError(ErrorCode.InvalidParams, words.unknownTool([...tools.keys()]));
    }
    const checked = tool.toJob(params.arguments);
    if ('faults' in checked) throw new McpError(ErrorCode.InvalidParams, checked.faults.join('; '));
    running += 1;
    const job = last.then(() => run(checked.job));
    last = job;
    try {
      const { document, lines, hasFailed } = await job;
      return {
        content: [document ?? [], lines.length === 0 ? [] : lines.join('\n')]
          .flat()
          .map((text) => ({ type: 'text' as const, text })),
        ...(document !== undefined && { structuredContent: JSON.parse(document) as Record<string, unknown> }),
        ...(hasFailed && { isError: true }),
      };
    } finally {
      running -= 1;
    }
  });
  const transport = new StdioServerTransport(stdin, stdout, { maxBufferSize: MAX_MESSAGE });
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the SDK has handlers only
  server.onerror = (error) => {
    log(words.badMessage(error.message.slice(0, 200)));
    const isJson = error instanceof SyntaxError;
    const isShape = error.name === 'ZodError';
    if (error.message.startsWith('ReadBuffer')) isWhole = false;
    else if (!isJson && !isShape) return;
    // The SDK drops what it cannot read; JSON-RPC wants an answer to it, without an id.
    const code = isJson ? ErrorCode.ParseError : ErrorCode.InvalidRequest;
    const message = isWhole ? words.unreadable : words.tooLong(MAX_MESSAGE);
    stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id: null, error: { code, message } })}\n`);
  };
  return new Promise((resolve) => {
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- as above
    server.onclose = () => resolve(isWhole);
    // The client is gone: nobody reads what would follow.
    stdout.once('error', () => void server.close());
    const endWhenDone = (): void => {
      if (running > 0) void last.finally(() => setImmediate(endWhenDone));
      else void server.close();
    };
    // What was read with the end is answered first.
    stdin.once('end', () => setImmediate(endWhenDone));
    void server.connect(transport);
  });
}

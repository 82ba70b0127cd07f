import { execPath } from 'node:process';
import { describe, expect, it } from 'vitest';
import { runTool } from '#cli/desktop/child-process.js';

const node = (script: string, args: readonly string[] = [], options = {}) =>
  runTool(execPath, ['-e', script, '--', ...args], options);

describe('another program', () => {
  it('gets its arguments and its input to the letter, and is heard', async () => {
    const args = ['$(id)', '"; rm -rf /', '%PATH%', 'é 😀\n', ''];
    const script = `
      let input = '';
      process.stdin.on('data', (piece) => (input += piece));
      process.stdin.on('end', () => {
        console.log(JSON.stringify({ input, args: process.argv.slice(1) }));
        console.error('heard');
        process.exitCode = 3;
      });`;
    const { code, stdout, stderr } = await node(script, args, { stdin: '`id`\n« été »' });
    expect({ code, stderr }).toEqual({ code: 3, stderr: 'heard\n' });
    expect(JSON.parse(stdout)).toEqual({ input: '`id`\n« été »', args });
  });

  it('has an empty input when none is given', async () => {
    await expect(node('process.stdin.resume().on("end", () => console.log("end"))')).resolves.toMatchObject({
      code: 0,
      stdout: 'end\n',
    });
  });

  it('that is not there has no exit code', async () => {
    const { code, stderr } = await runTool('/nonexistent/tool', ['a'], { stdin: 'text' });
    expect(code).toBeNull();
    expect(stderr).toMatch(/ENOENT/);
  });

  it('that cannot be given an argument has no exit code', async () => {
    await expect(runTool(execPath, ['a\0b'])).resolves.toMatchObject({ code: null });
    await expect(runTool(execPath, ['-e', '0', 'a'.repeat(5_000_000)])).resolves.toMatchObject({ code: null });
  });

  it('that ends without reading its input does no harm', async () => {
    await expect(node('process.exitCode = 4', [], { stdin: 'a'.repeat(1_000_000) })).resolves.toMatchObject({
      code: 4,
    });
  });

  it('that hangs is stopped, even when it does not want to be', async () => {
    const began = performance.now();
    const deaf = 'process.on("SIGTERM", () => 0); setInterval(() => 0, 1000)';
    await expect(node(deaf, [], { timeoutMs: 300 })).resolves.toMatchObject({ code: null });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('that leaves a part of itself in the background has ended', async () => {
    const began = performance.now();
    const script = `
      const { spawn } = require('node:child_process');
      const part = spawn(process.execPath, ['-e', 'setTimeout(() => 0, 15_000)'], { stdio: 'inherit', detached: true });
      part.unref();
      console.log(part.pid);`;
    const { code, stdout } = await node(script);
    process.kill(Number(stdout));
    expect(code).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('that writes without end is not kept whole', async () => {
    const script = 'process.stdout.write("a".repeat(5_000_000)); console.error("done")';
    const { code, stdout, stderr } = await node(script);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'done\n' });
    expect(stdout).toHaveLength(256 * 1024);
  });
});

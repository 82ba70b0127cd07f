import { describe, expect, it } from 'vitest';
import { fitsNode } from '#store/driver/better-sqlite3.js';
import { driverLoaders, findDriver, loadDriver } from '#store/driver/choose.js';

describe('better-sqlite3', () => {
  it.each([
    ['12.11.1', '20.19.0', true],
    ['12.11.1', '22.14.0', true],
    ['12.11.1', '23.11.0', true],
    ['12.11.1', '24.0.0', false],
    ['12.11.1', '24.19.0', false],
    ['12.11.1', '26.0.0', false],
    ['13.2.0', '20.20.2', false],
    ['13.2.0', '22.13.1', false],
    ['13.2.0', '22.14.0', true],
    ['13.2.0', '24.21.0', true],
    ['11.10.0', '20.20.2', false],
    ['14.0.0', '24.21.0', false],
  ])('%s on Node %s is loaded: %s', (version, node, fits) => {
    expect(fitsNode(version, node)).toBe(fits);
  });
});

describe('the choice of an engine', () => {
  it.each([
    ['20.19.0', ['loadBetterSqlite3', 'loadNodeSqlite']],
    ['22.14.0', ['loadBetterSqlite3', 'loadNodeSqlite']],
    ['24.0.0', ['loadNodeSqlite', 'loadBetterSqlite3']],
    ['26.1.0', ['loadNodeSqlite', 'loadBetterSqlite3']],
  ])('on Node %s takes %j in this order', (node, names) => {
    expect(driverLoaders(node).map(({ name }) => name)).toEqual(names);
  });

  it('finds one that works on this Node', async () => {
    const driver = await loadDriver(process.versions.node);
    expect(driver.open(':memory:').prepare('SELECT 1').pluck().get()).toBe(1);
    expect(await findDriver(process.versions.node)).toMatchObject({ name: driver.name });
  });
});

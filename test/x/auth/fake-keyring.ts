import type { OpenEntry } from '#x/auth/keyring.js';

/** A keyring in memory. */
export function fakeKeyring(): { readonly secrets: Map<string, string>; readonly openEntry: OpenEntry } {
  const secrets = new Map<string, string>();
  const openEntry: OpenEntry = async (service, account) => {
    const key = `${service} ${account}`;
    return {
      getPassword: async () => secrets.get(key) ?? null,
      setPassword: async (secret) => void secrets.set(key, secret),
      deletePassword: async () => secrets.delete(key),
    };
  };
  return { secrets, openEntry };
}

/* Check a proof (存证凭证) in the reader's own browser. The same four checks as
   xiezhi_verify.py: content, place in the log, signature, key. Formats: RFC 6962,
   C2SP signed-note, tlog-checkpoint, tlog-cosignature. Ed25519 is the browser's (WebCrypto).

   In a page:
     <section data-proof="…/proof.json" data-page="…/page" data-key="name+id+base64">
       <button type="button" data-verify hidden>自己验一遍</button>
       <ol data-steps aria-live="polite"></ol>
     </section>
   Without this script the section still links to the proof and to the offline program. */

const FORMAT = "xiezhi/proof/v1";
const OK = "ok", BAD = "bad", UNKNOWN = "unknown";
const WORDS = { [OK]: "相符", [BAD]: "不符", [UNKNOWN]: "未核对" };
const utf8 = new TextEncoder();

class Unreadable extends Error {}

/* ── bytes ── */
function fromBase64(text) {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    throw new Unreadable("凭证里的编码有误");
  }
}

function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function same(a, b) {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
}

/* ── the tree (RFC 6962) ── */
const leafHash = (data) => sha256(Uint8Array.of(0), data);
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

/* Largest power of two below size; plain numbers, since a log may outgrow 32 bits. */
function split(size) {
  let middle = 1;
  while (middle * 2 < size) middle *= 2;
  return middle;
}

/* The root that this path leads to from a leaf; null when the path doesn't fit. */
async function rootOf(leaf, index, size, path) {
  const whole = Number.isSafeInteger(index) && Number.isSafeInteger(size);
  if (!whole || index < 0 || index >= size) return null;
  if (path.some((node) => node.length !== 32)) return null;
  const turns = [];
  while (size > 1) {
    const middle = split(size);
    turns.push(index < middle);
    if (index < middle) size = middle;
    else [index, size] = [index - middle, size - middle];
  }
  if (turns.length !== path.length) return null;
  let hash = leaf;
  for (const sibling of path) {
    hash = turns.pop() ? await nodeHash(hash, sibling) : await nodeHash(sibling, hash);
  }
  return hash;
}

/* ── signed notes ── */
async function readKey(text) {
  const [name, id, ...rest] = text.trim().split("+");
  const raw = fromBase64(rest.join("+"));
  const named = (await sha256(utf8.encode(name + "\n"), raw)).slice(0, 4);
  const hex = Array.from(named, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!name || raw.length !== 33 || hex !== id || ![1, 4].includes(raw[0])) {
    throw new Unreadable("公钥写得不对");
  }
  return { name, id: named, kind: raw[0], public: raw.slice(1) };
}

function readNote(note) {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) throw new Unreadable("总账签名的格式有误");
  const signatures = note.slice(end + 2, -1).split("\n").map((line) => {
    const [dash, name, encoded, ...more] = line.split(" ");
    if (dash !== "\u2014" || !encoded || more.length) throw new Unreadable("总账签名的格式有误");
    const raw = fromBase64(encoded);
    return { name, id: raw.slice(0, 4), signature: raw.slice(4) };
  });
  return { text: note.slice(0, end + 1), signatures };
}

function readHead(text) {
  const [origin, size, root] = text.split("\n");
  if (!/^\d+$/.test(size)) throw new Unreadable("总账签名的格式有误");
  return { origin, size: Number(size), root: fromBase64(root) };
}

/* {holds: true | false | null (no such signature) | undefined (this browser can't), at} */
async function signatureHolds(key, note) {
  const found = note.signatures.find(({ name, id }) => name === key.name && same(id, key.id));
  if (!found) return { holds: null };
  let { signature } = found, message = utf8.encode(note.text), at;
  if (key.kind === 4) {
    if (signature.length !== 72) return { holds: false };
    at = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
    signature = signature.slice(8);
    message = joined(utf8.encode(`cosignature/v1\ntime ${at}\n`), message);
  }
  try {
    const spoken = await crypto.subtle.importKey("raw", key.public, "Ed25519", false, ["verify"]);
    return { holds: await crypto.subtle.verify("Ed25519", spoken, signature, message), at };
  } catch {
    return { holds: undefined };
  }
}

/* ── the checks ── */
async function checkPage(leaf, page) {
  const end = leaf.indexOf(10);
  const kind = new TextDecoder().decode(leaf.slice(0, end));
  if (kind !== "xiezhi/publication") {
    const what = { "xiezhi/entry": "一条执法记录的指纹", "xiezhi/commit": "一份决定的公示承诺" };
    const said = `凭证所存的是${what[kind] || "其他内容"}`;
    return page ? [BAD, `${said}，不是页面`] : [OK, said];
  }
  if (!page) return [UNKNOWN, "没有给出页面，内容未核对"];
  return same(await sha256(page), leaf.slice(end + 1))
    ? [OK, "页面内容与所存的内容指纹一致"]
    : [BAD, "页面内容与所存的内容指纹不一致：页面在存证后被改动，或凭证不是这一页的"];
}

async function checkPlace(leaf, index, path, head) {
  const root = await rootOf(await leafHash(leaf), index, head.size, path);
  return root && same(root, head.root)
    ? [OK, `已在总账里：存证序号 ${index + 1}，总账共 ${head.size} 条`]
    : [BAD, "不在签名的总账里：凭证被改动"];
}

async function checkSignature(key, head, note) {
  if (key.name !== head.origin || key.kind !== 1) return [BAD, `公钥不是总账 ${head.origin} 的`];
  const { holds } = await signatureHolds(key, note);
  if (holds) return [OK, `总账 ${head.origin} 的签名有效`];
  if (holds === undefined) {
    return [UNKNOWN, "这个浏览器不能核对签名，请换新版浏览器，或下载离线核对程序"];
  }
  return [BAD, holds === false ? `总账 ${head.origin} 的签名无效` : "总账没有这把公钥的签名"];
}

function checkKey(key, given) {
  if (!given) return [UNKNOWN, "公钥取自凭证本身，请与机关另行公布的公钥核对"];
  const equal = given.name === key.name && same(given.public, key.public);
  return equal ? [OK, "公钥就是给出的公钥"] : [BAD, "凭证所附的公钥不是给出的公钥"];
}

async function checkWitness(key, note) {
  const { holds, at } = await signatureHolds(key, note);
  if (holds === undefined) return [UNKNOWN, `见证方 ${key.name}：这个浏览器不能核对`];
  if (!holds) return [BAD, `没有见证方 ${key.name} 的有效见证`];
  const when = at && at < 1e12 ? `于 ${new Date(at * 1000).toISOString()} ` : "已";
  return [OK, `见证方 ${key.name} ${when}见证`];
}

async function steps(bundle, page, { key: given, witnesses = [] }) {
  if (!bundle || bundle.format !== FORMAT) throw new Unreadable("不是獬豸的存证凭证");
  const { leaf, index, path, checkpoint, key } = bundle;
  const complete = [leaf, checkpoint, key].every((text) => typeof text === "string");
  if (!complete || !Array.isArray(path)) throw new Unreadable("凭证不完整");
  const data = fromBase64(leaf), note = readNote(checkpoint);
  const head = readHead(note.text), nodes = path.map(fromBase64);
  const trusted = given ? await readKey(given) : null;
  const enclosed = key || !trusted ? await readKey(key) : trusted;
  const done = [
    ["内容", await checkPage(data, page)],
    ["位置", await checkPlace(data, index, nodes, head)],
    ["签名", await checkSignature(trusted || enclosed, head, note)],
    ["公钥", checkKey(enclosed, trusted)],
  ];
  for (const witness of witnesses) {
    done.push(["见证", await checkWitness(await readKey(witness), note)]);
  }
  return done.map(([name, [state, say]]) => ({ name, state, say }));
}

/* bundle: the parsed proof; pageBytes: Uint8Array or null;
   options.key: the log's public key as known from elsewhere; options.witnesses: their keys.
   Answers {ok: true | false | null (nothing wrong, something unchecked), steps}. */
export async function verifyBundle(bundle, pageBytes = null, options = {}) {
  let found;
  try {
    found = await steps(bundle, pageBytes, options);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    found = [{ name: "凭证", state: BAD, say: error.message }];
  }
  const states = new Set(found.map(({ state }) => state));
  return { ok: states.has(BAD) ? false : states.has(UNKNOWN) ? null : true, steps: found };
}

/* ── in a page ── */
const CONCLUSIONS = new Map([
  [true, "全部相符：公示以来未改动。"],
  [false, "核对不符。请保存这一页，并向司法局反映。"],
  [null, "没有不符，但有未核对的项目。"],
]);

function show(section, { ok, steps: found }) {
  const list = section.querySelector("[data-steps]");
  list.replaceChildren(
    ...[...found, { name: "结论", state: ok === null ? UNKNOWN : ok ? OK : BAD,
      say: CONCLUSIONS.get(ok) }].map(({ name, state, say }) => {
      const item = document.createElement("li");
      item.dataset.state = state;
      const mark = document.createElement("strong");
      mark.textContent = name === "结论" ? "结论" : `${name}${WORDS[state]}`;
      item.append(mark, ` ${say}`);
      return item;
    }),
  );
}

async function fetched(url) {
  const answer = await fetch(url, { cache: "no-store" });
  if (!answer.ok) throw new Unreadable(`取不到 ${url}`);
  return answer;
}

async function run(section) {
  const { proof, page, key, witnesses } = section.dataset;
  try {
    const bundle = await (await fetched(proof)).json();
    const bytes = page ? new Uint8Array(await (await fetched(page)).arrayBuffer()) : null;
    const options = { key, witnesses: (witnesses || "").split(" ").filter(Boolean) };
    show(section, await verifyBundle(bundle, bytes, options));
  } catch (error) {
    const say = error instanceof Unreadable ? error.message : "取不到凭证或页面，请稍后再试";
    show(section, { ok: null, steps: [{ name: "凭证", state: UNKNOWN, say }] });
  }
}

function enhance(section) {
  const button = section.querySelector("[data-verify]");
  if (!button || !globalThis.crypto?.subtle) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    await run(section);
    button.removeAttribute("aria-busy");
  });
}

if (typeof document !== "undefined") {
  document.querySelectorAll("[data-proof]").forEach(enhance);
}

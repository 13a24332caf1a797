/* Check a proof file that the reader has kept; the files never leave the browser. */

const section = document.querySelector("[data-files]");

function line(state, text) {
  const item = document.createElement("li");
  item.dataset.state = state;
  item.textContent = text;
  return item;
}

async function bytesOf(input) {
  const file = input.files[0];
  return file ? new Uint8Array(await file.arrayBuffer()) : null;
}

async function check() {
  const { verifyBundle } = await import(section.dataset.files);
  const [proof, page] = section.querySelectorAll("input");
  const list = section.querySelector("ol");
  const bytes = await bytesOf(proof);
  if (!bytes) {
    list.replaceChildren(line("unknown", "请先选择验真文件。"));
    proof.focus();
    return;
  }
  let bundle = null;
  try {
    bundle = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    list.replaceChildren(line("bad", "不符：这不是验真文件。"));
    return;
  }
  const found = await verifyBundle(bundle, await bytesOf(page), { key: section.dataset.key });
  const end = { true: "结论：全部相符，公示以来未改动。", false: "结论：核对不符。" };
  const last = end[found.ok] || "结论：没有不符，但有未核对的项目。";
  const states = { true: "ok", false: "bad" };
  list.replaceChildren(
    ...found.steps.map(({ name, state, say }) => line(state, `${name}：${say}`)),
    line(states[found.ok] || "unknown", last),
  );
}

if (section && globalThis.crypto?.subtle) {
  section.hidden = false;
  section.querySelector("button").addEventListener("click", check);
}

/* Small comforts. Every page works without this file. */
"use strict";

/* A date says its weekday: legal limits end on one. */
const WEEKDAYS = "日一二三四五六";
function sayWeekday(input) {
  const said = input.parentElement.querySelector("[data-weekday]");
  if (!said) return;
  const day = input.valueAsDate;
  said.textContent = day ? "星期" + WEEKDAYS[day.getUTCDay()] : "";
}

/* One more row of inputs, copied from the last one and emptied. */
function addRow(button) {
  const body = button.closest("fieldset").querySelector("[data-rows] tbody");
  const last = body && body.rows[body.rows.length - 1];
  if (!last) return false;
  const before = body.rows.length - 1, next = body.rows.length;
  const row = last.cloneNode(true);
  row.querySelectorAll(".error").forEach((line) => line.remove());
  row.querySelectorAll(".bad").forEach((cell) => cell.classList.remove("bad"));
  row.cells[0].textContent = `第 ${next + 1} 行`;
  row.querySelectorAll("input, select, textarea").forEach((input) => {
    for (const name of ["name", "id"]) {
      input[name] = input[name].replace(`-${before}-`, `-${next}-`);
    }
    const label = input.getAttribute("aria-label") || "";
    input.setAttribute("aria-label", label.replace(/^第 \d+ 行/, `第 ${next + 1} 行`));
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
    if (input.type === "checkbox" || input.type === "radio") input.checked = false;
    else input.value = "";
  });
  body.append(row);
  row.querySelector("input, select, textarea").focus();
  return true;
}

/* A page that only asks for confirmation opens above the page it was called from. */
async function askHere(link) {
  const answer = await fetch(link.href, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const box = page.querySelector(".confirm");
  if (!answer.ok || answer.redirected || !box) return location.assign(link.href);
  const form = box.querySelector("form");
  if (form && !form.hasAttribute("action")) form.setAttribute("action", link.href);
  const dialog = document.createElement("dialog");
  dialog.className = "confirm";
  dialog.setAttribute("aria-labelledby", "confirm-title");
  dialog.append(document.adoptNode(box));
  dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
  document.body.append(dialog);
  dialog.showModal();
}

/* Words put in where somebody last wrote. */
let lastText = null;
document.addEventListener("focusin", (event) => {
  if (event.target.matches("textarea:not([readonly])")) lastText = event.target;
});
function insert(text) {
  if (!lastText || !lastText.isConnected) lastText = document.querySelector("textarea:not([readonly])");
  if (!lastText) return;
  lastText.setRangeText(text, lastText.selectionStart, lastText.selectionEnd, "end");
  lastText.focus();
  lastText.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("click", (event) => {
  const put = event.target.closest("[data-insert]");
  if (put) return insert(put.dataset.insert);
  const more = event.target.closest("[data-more]");
  if (more && addRow(more)) return event.preventDefault();
  const cancel = event.target.closest("dialog [data-cancel]");
  if (cancel) { event.preventDefault(); return cancel.closest("dialog").close(); }
  const ask = event.target.closest("a[data-confirm]");
  if (ask && !event.metaKey && !event.ctrlKey && window.HTMLDialogElement) {
    event.preventDefault();
    return askHere(ask).catch(() => location.assign(ask.href));
  }
  if (event.target.closest("[data-print]")) window.print();
});

document.addEventListener("change", (event) => {
  if (event.target.type === "date") sayWeekday(event.target);
  const filters = event.target.closest("form[data-autosubmit]");
  if (filters) filters.requestSubmit();
});

/* A second press of a button must not send the act twice. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (event.submitter && event.submitter.formTarget === "_blank") return; // the page stays
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

function begin(root) {
  root.querySelectorAll('input[type="date"]').forEach(sayWeekday);
  root.querySelectorAll("[data-script]").forEach((part) => { part.hidden = false; });
  root.querySelectorAll("form[data-autosubmit] button[data-without-script]").forEach((button) => { button.hidden = true; });
}
begin(document);
document.addEventListener("htmx:load", (event) => begin(event.target));

"use strict";
// 查找期限: lists only the limits in whose words every typed word occurs. Without script the server does it.
for (const form of document.querySelectorAll("form[data-calculator]")) {
  const find = form.querySelector("[name=find]");
  const select = form.querySelector("[name=limit]");
  if (!find || !select) continue;
  for (const part of form.querySelectorAll("[data-without-script]")) part.remove();
  const whole = [...select.children].map((child) => child.cloneNode(true));
  const words = () => find.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (option, group, wanted) =>
    wanted.every((word) => `${group} ${option.value} ${option.textContent}`.toLowerCase().includes(word));
  find.addEventListener("input", () => {
    const wanted = words();
    const chosen = select.value;
    select.replaceChildren(
      ...whole.flatMap((child) => {
        const copy = child.cloneNode(true);
        if (copy.tagName !== "OPTGROUP") return [copy];
        for (const option of [...copy.children]) if (!fits(option, copy.label, wanted)) option.remove();
        return copy.children.length ? [copy] : [];
      }),
    );
    select.value = chosen;
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  });
}

"use strict";
document.getElementById("save").addEventListener("click", () => {
  const lines = [document.body.dataset.mark, ""];
  for (const field of document.querySelectorAll("[name]")) {
    if (field.type === "radio" && !field.checked) continue;
    const said = field.value.trim();
    if (said) lines.push(`${field.name} = ${said}`, "");
  }
  const link = document.createElement("a");
  link.href = "data:text/markdown;charset=utf-8," + encodeURIComponent(lines.join("\n"));
  link.download = "answers.md";
  link.click();
});

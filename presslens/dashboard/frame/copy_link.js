// Copies the address of what is on screen when the button beside it is pressed, and says so for a moment.
(told => {
  const [button, said] = document.currentScript.parentElement.querySelectorAll("button, [role=status]");
  button.onclick = async () => {
    const link = new URL(window.location.href);
    for (const [name, value] of Object.entries(told.set)) link.searchParams.set(name, value);
    for (const name of told.leave) link.searchParams.delete(name);
    said.textContent = (await copy(link.href)) ? told.copied : told.failed;
    setTimeout(() => { said.textContent = ""; }, 4000);
  };

  // The clipboard proper is there on https and localhost only; elsewhere the old way still works.
  async function copy(words) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      const field = document.createElement("textarea");
      field.value = words;
      field.style.position = "fixed";
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  }
})

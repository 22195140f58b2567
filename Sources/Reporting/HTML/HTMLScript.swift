/// What makes the page better where scripts may run: the filter, and pictures one at a time.
enum HTMLScript {
  static let filter = """
    (() => {
      const form = document.getElementById("filter");
      if (!form) return;
      const words = document.getElementById("words");
      const shown = document.getElementById("shown");
      const boxes = [...form.querySelectorAll("input[type=checkbox]")];
      const selects = [...form.querySelectorAll("select")];
      const items = [...document.querySelectorAll("article")];
      const texts = new Map();
      const text = (item) => {
        if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
        return texts.get(item);
      };
      const files = [...document.querySelectorAll("section.file")];
      const apply = () => {
        const wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean);
        const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
        const chosen = selects.filter((select) => select.value !== "");
        let count = 0;
        for (const item of items) {
          const fits = severities.has(item.dataset.severity)
            && chosen.every((select) =>
              (" " + item.dataset[select.name] + " ").includes(" " + select.value + " "))
            && wanted.every((word) => text(item).includes(word));
          item.hidden = !fits;
          if (fits) count += 1;
        }
        for (const file of files) file.hidden = !file.querySelector("article:not([hidden])");
        shown.textContent = count + " of " + items.length + " findings shown";
      };
      const reveal = () => {
        const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        if (!target || !target.matches("article") || !target.hidden) return;
        form.reset();
        apply();
        target.scrollIntoView();
      };
      form.hidden = false;
      form.addEventListener("input", apply);
      form.addEventListener("reset", () => setTimeout(apply));
      form.addEventListener("submit", (event) => event.preventDefault());
      addEventListener("hashchange", reveal);
      apply();
    })();

    """

  static let pictures = """
    (() => {
      const panels = [...document.querySelectorAll("section.picture")];
      if (!panels.length) return;
      const list = document.createElement("div");
      list.setAttribute("role", "tablist");
      list.setAttribute("aria-label", "Pictures");
      const tabs = panels.map((panel) => {
        const tab = document.createElement("button");
        tab.type = "button";
        tab.id = "tab-" + panel.id;
        tab.textContent = panel.querySelector("h3").textContent;
        tab.setAttribute("role", "tab");
        tab.setAttribute("aria-controls", panel.id);
        panel.setAttribute("role", "tabpanel");
        panel.setAttribute("aria-labelledby", tab.id);
        panel.querySelector("h3").hidden = true;
        list.append(tab);
        return tab;
      });
      const select = (index, focus) => {
        tabs.forEach((tab, other) => {
          tab.setAttribute("aria-selected", String(other === index));
          tab.tabIndex = other === index ? 0 : -1;
          panels[other].hidden = other !== index;
        });
        if (focus) tabs[index].focus();
      };
      tabs.forEach((tab, index) => {
        tab.addEventListener("click", () => select(index));
        tab.addEventListener("keydown", (event) => {
          const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
          if (step) select((index + step + tabs.length) % tabs.length, true);
          if (event.key === "Home") select(0, true);
          if (event.key === "End") select(tabs.length - 1, true);
        });
      });
      for (const panel of panels) {
        const canvas = panel.querySelector(".canvas");
        const svg = canvas.querySelector("svg");
        const button = document.createElement("button");
        button.type = "button";
        const fit = (fits) => {
          canvas.classList.toggle("fit", fits);
          button.textContent = fits ? "Full size" : "Fit to width";
        };
        const width = svg.width.baseVal.value;
        fit(width < 1700);
        button.addEventListener("click", () => fit(!canvas.classList.contains("fit")));
        if (width > canvas.clientWidth) panel.querySelector(".tools").append(button);
      }
      panels[0].before(list);
      const reveal = () => {
        const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        const index = target ? panels.findIndex((panel) => panel.contains(target)) : -1;
        if (index < 0) return;
        select(index);
        target.scrollIntoView({ block: "center", inline: "center" });
      };
      select(0);
      reveal();
      addEventListener("hashchange", reveal);
    })();

    """
}

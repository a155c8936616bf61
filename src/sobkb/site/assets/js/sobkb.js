/* What the pages gain from a script; every page is complete without it. */
(function () {
  "use strict";
  var root = document.documentElement, body = document.body;
  var base = body.dataset.root + "/";

  // Addresses are shown without "index.html" where a server fills that in.
  if (location.protocol.indexOf("http") === 0 && /\/index\.html$/.test(location.pathname)) {
    history.replaceState(null, "", location.pathname.slice(0, -10) + location.search + location.hash);
  }

  // Light or dark
  document.querySelectorAll("[data-theme-toggle]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      try { localStorage.setItem("sobkb-theme", root.dataset.theme); } catch (e) { /* private window */ }
    });
  });

  // The menu closes when one leaves it
  document.querySelectorAll(".menu .more").forEach(function (more) {
    document.addEventListener("click", function (event) { if (!more.contains(event.target)) { more.open = false; } });
    more.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { more.open = false; more.querySelector("summary").focus(); }
    });
  });

  // Copy
  document.querySelectorAll("button.copy").forEach(function (button) {
    var source = document.getElementById(button.dataset.copy), words = button.textContent;
    if (!source) { return; }
    button.hidden = false;
    button.addEventListener("click", function () {
      copy(source.textContent).then(function () {
        button.textContent = button.dataset.done || "✓";
        setTimeout(function () { button.textContent = words; }, 2000);
      });
    });
  });
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) { return navigator.clipboard.writeText(text); }
    var area = document.createElement("textarea");
    area.value = text;
    body.appendChild(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    return Promise.resolve();
  }

  // The tree filters as one types
  var tools = document.querySelector("[data-tree-tools]");
  if (tools) {
    tools.hidden = false;
    var status = tools.querySelector("[data-tree-status]"), parts = document.querySelectorAll(".tree-part");
    var fold = function (s) { return s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); };
    var items = Array.prototype.map.call(document.querySelectorAll(".tree li"), function (li) {
      var link = li.querySelector("a");
      return { li: li, text: fold(link ? link.textContent : "") };
    });
    tools.querySelector("[data-tree-filter]").addEventListener("input", function (event) {
      var query = fold(event.target.value.trim()), left = 0;
      items.forEach(function (item) { item.li.hidden = Boolean(query); });
      items.forEach(function (item) {
        if (!query || item.text.indexOf(query) < 0) { return; }
        left += 1;
        for (var li = item.li; li; li = li.parentElement.closest(".tree li")) {
          li.hidden = false;
          if (li !== item.li && li.querySelector("details")) { li.querySelector("details").open = true; }
        }
      });
      parts.forEach(function (part) { part.hidden = Boolean(query) && !part.querySelector("li:not([hidden])"); });
      status.textContent = query ? status.dataset.words.replace("{}", left) : "";
    });
    tools.querySelectorAll("[data-tree]").forEach(function (button) {
      button.addEventListener("click", function () {
        document.querySelectorAll(".tree details").forEach(function (d) { d.open = button.dataset.tree === "open"; });
      });
    });
  }

  window.sobkb = { base: base, lang: body.dataset.lang, copy: copy };
})();

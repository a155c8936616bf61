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

  // Copy; a reader who does not see the button change is told
  var said = document.createElement("p");
  said.className = "sr"; said.setAttribute("role", "status");
  body.appendChild(said);
  function offer(words, last, text) {
    var button = document.createElement("button");
    button.type = "button"; button.className = "copy"; button.textContent = words;
    last.after(" ", button);
    button.addEventListener("click", function () {
      copy(text()).then(function () {
        button.textContent = "✓ " + body.dataset.copied;
        said.textContent = body.dataset.copied;
        setTimeout(function () { button.textContent = words; said.textContent = ""; }, 2000);
      });
    });
  }
  document.querySelectorAll("[data-copy]").forEach(function (source) {
    offer(source.dataset.copy, source, function () { return source.textContent; });
  });
  document.querySelectorAll("[data-quote]").forEach(function (source) {
    var told = document.querySelector(".cite [data-copy]"); // one quotes what stands on the page with its first citation
    offer(source.dataset.quote, source.parentElement.lastChild, function () {
      return "“" + source.textContent + "”\n" + told.textContent + "\nCC BY 4.0";
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
      parts.forEach(function (part) {
        part.hidden = Boolean(query) && !part.querySelector("li:not([hidden])");
        if (query) { part.open = !part.hidden; }
      });
      status.textContent = query ? status.dataset.words.replace("{}", left) : "";
    });
    tools.querySelectorAll("[data-tree]").forEach(function (button) {
      button.addEventListener("click", function () {
        document.querySelectorAll(".tree details, details.tree-part").forEach(function (d) { d.open = button.dataset.tree === "open"; });
      });
    });
  }

  // What is folded away is printed too
  var folded = [];
  addEventListener("beforeprint", function () {
    folded = Array.prototype.slice.call(document.querySelectorAll("main details:not([open])"));
    folded.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () { folded.forEach(function (d) { d.open = false; }); });

  // Scripts with data are loaded when they are first needed; a script also loads from a disk.
  var loading = {};
  function load(path) {
    if (!loading[path]) {
      loading[path] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = base + path;
        script.onload = done;
        script.onerror = failed;
        document.head.appendChild(script);
      });
    }
    return loading[path];
  }
  function address(slug) { return base + body.dataset.lang + "/id/" + slug + "/index.html"; }

  // Search: a combobox with a list, after the pattern of WAI-ARIA
  document.querySelectorAll("form[data-search]").forEach(function (form) {
    var input = form.querySelector("input"), list = document.createElement("ul"), status = document.createElement("p");
    var engine = null, hits = [], chosen = -1, lang = body.dataset.lang;
    list.id = "zoek-lijst"; list.className = "results"; list.hidden = true;
    list.setAttribute("role", "listbox"); list.setAttribute("aria-label", form.querySelector("label").textContent);
    status.className = "sr"; status.setAttribute("role", "status");
    form.append(list, status);
    input.autocomplete = "off"; input.autocapitalize = "none"; input.spellcheck = false;
    input.setAttribute("role", "combobox"); input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id); input.setAttribute("aria-autocomplete", "list");

    function ready() {
      return load("assets/search-engine.js").then(function () { return load("assets/search-" + lang + ".js"); }).then(function () {
        if (!engine) {
          engine = window.sobkbSearch.create(window.sobkbIndex);
          load("assets/search-texts-" + lang + ".js").then(function () {
            engine.addTexts(window.sobkbTexts);
            if (!list.hidden) { show(); }
          });
        }
        return engine;
      });
    }
    function close() {
      list.hidden = true; chosen = -1;
      input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant");
    }
    function mark(number) {
      chosen = number;
      Array.prototype.forEach.call(list.children, function (li, n) {
        if (li.getAttribute("role") === "option") { li.setAttribute("aria-selected", String(n === number)); }
      });
      if (number < 0) { input.removeAttribute("aria-activedescendant"); return; }
      input.setAttribute("aria-activedescendant", list.children[number].id);
      list.children[number].scrollIntoView({ block: "nearest" });
    }
    function show() {
      var query = input.value.trim();
      if (!query || !engine) { close(); return; }
      hits = engine.search(query, { limit: 10 });
      list.textContent = "";
      hits.forEach(function (hit, n) {
        var li = document.createElement("li"), name = document.createElement("b"), why = document.createElement("small");
        li.id = "zoek-" + n; li.setAttribute("role", "option"); li.setAttribute("aria-selected", "false");
        name.textContent = hit.label; why.textContent = hit.why;
        li.append(name, why);
        li.addEventListener("mousedown", function (event) { event.preventDefault(); });
        li.addEventListener("click", function () { go(n); });
        list.appendChild(li);
      });
      var told = window.sobkbFound, words = hits.length === 1 ? told.one : hits.length ? told.many.replace("{}", hits.length) : told.none;
      status.textContent = words;
      if (!hits.length) {
        var empty = document.createElement("li");
        empty.className = "none"; empty.setAttribute("role", "option"); empty.setAttribute("aria-disabled", "true");
        empty.setAttribute("aria-selected", "false"); empty.textContent = words;
        list.appendChild(empty);
      }
      list.hidden = false; chosen = -1;
      input.setAttribute("aria-expanded", "true"); input.removeAttribute("aria-activedescendant");
    }
    function go(number) { location.href = address(hits[number].slug); }
    input.addEventListener("focus", ready);
    input.addEventListener("input", function () { ready().then(show); });
    input.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { if (list.hidden) { input.value = ""; } close(); event.preventDefault(); return; }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") { return; }
      event.preventDefault();
      if (list.hidden) { ready().then(show); return; }
      if (!hits.length) { return; }
      var step = event.key === "ArrowDown" ? 1 : -1, last = hits.length;
      mark(((chosen + 1 + step + last + 1) % (last + 1)) - 1);
    });
    input.addEventListener("blur", function () { setTimeout(close, 150); });
    form.addEventListener("submit", function (event) {
      if (!input.value.trim()) { return; }
      event.preventDefault();
      ready().then(function () { if (list.hidden) { show(); } if (hits.length) { go(Math.max(0, chosen)); } });
    });
    if (document.activeElement === input) { ready(); }
  });

  // A look ahead at a concept: on hover and on focus; by touch see below
  var preview = null, timer = 0, owner = null, touched = false;
  document.addEventListener("pointerdown", function (event) { touched = event.pointerType === "touch"; }, true);
  function slugOf(link) {
    var match = /\/id\/([^/]+)\/(?:index\.html)?$/.exec(link.pathname || "");
    return match && link.host === location.host ? match[1] : null;
  }
  function hide() {
    clearTimeout(timer);
    if (preview) { preview.remove(); preview = null; }
    if (owner) { owner.removeAttribute("aria-describedby"); owner = null; }
  }
  function box(known) {
    var found = document.createElement("div"), tags = ["b", "small", "span"];
    found.className = "preview";
    tags.forEach(function (tag, n) {
      if (!known[n]) { return; }
      var part = document.createElement(tag);
      part.textContent = known[n];
      found.append(part);
    });
    return found;
  }
  function reveal(link) {
    var slug = slugOf(link);
    if (!slug || location.pathname.indexOf("/id/" + slug + "/") >= 0) { return; }
    load("assets/previews-" + body.dataset.lang + ".js").then(function () {
      var known = window.sobkbPreviews[slug];
      if (!known || !known[2] || !(link.matches(":hover") || link === document.activeElement)) { return; }
      hide();
      var place = link.getBoundingClientRect();
      preview = box(known);
      preview.id = "voorproef"; preview.setAttribute("role", "tooltip");
      body.appendChild(preview);
      var width = preview.offsetWidth, height = preview.offsetHeight;
      var left = Math.max(8, Math.min(place.left, root.clientWidth - width - 8));
      var below = place.bottom + height + 12 < root.clientHeight;
      preview.style.left = left + scrollX + "px";
      preview.style.top = (below ? place.bottom + 6 : place.top - height - 6) + scrollY + "px";
      owner = link; link.setAttribute("aria-describedby", "voorproef");
      preview.addEventListener("mouseenter", function () { clearTimeout(timer); });
      preview.addEventListener("mouseleave", hide);
    });
  }
  function watch(start, stop, wait) {
    document.addEventListener(start, function (event) {
      var link = event.target.closest ? event.target.closest("main a[href]") : null;
      if (touched || !link || !slugOf(link)) { return; }
      clearTimeout(timer);
      timer = setTimeout(function () { reveal(link); }, wait);
    }, { passive: true });
    document.addEventListener(stop, function (event) {
      if (event.target.closest && event.target.closest("main a[href]")) { clearTimeout(timer); timer = setTimeout(hide, 200); }
    }, { passive: true });
  }
  watch("mouseover", "mouseout", 350);
  watch("focusin", "focusout", 500);
  document.addEventListener("keydown", function (event) {
    touched = false;
    if (event.key === "Escape") { hide(); shut(true); }
  });

  // A finger cannot hover: in running text the first tap shows the look ahead, and from there one goes on
  var running = ".lead a, .definition a, .remark a, .says a, .notes a", sheet = null, opener = null;
  function shut(back) {
    if (!sheet) { return; }
    sheet.remove(); sheet = null;
    if (back) { opener.focus(); }
  }
  document.addEventListener("click", function (event) {
    if (sheet && !sheet.contains(event.target)) { shut(false); }
    var link = touched && event.target.closest ? event.target.closest(running) : null, slug = link && slugOf(link);
    if (!slug || location.pathname.indexOf("/id/" + slug + "/") >= 0) { return; }
    event.preventDefault();
    var on = function () { location.href = link.href; };
    load("assets/previews-" + body.dataset.lang + ".js").then(function () {
      var known = window.sobkbPreviews[slug];
      if (!known || !known[2]) { on(); return; }
      var go = document.createElement("a"), close = document.createElement("button"), row = document.createElement("p");
      sheet = box(known); opener = link;
      sheet.classList.add("sheet");
      sheet.setAttribute("role", "dialog"); sheet.setAttribute("aria-label", known[0]); sheet.tabIndex = -1;
      go.href = link.href; go.textContent = body.dataset.open;
      close.type = "button"; close.textContent = body.dataset.close;
      close.addEventListener("click", function () { shut(true); });
      row.append(go, close); sheet.append(row);
      body.appendChild(sheet);
      sheet.focus({ preventScroll: true });
    }).catch(on);
  });

  window.sobkb = { base: base, lang: body.dataset.lang, copy: copy, load: load, address: address };
})();

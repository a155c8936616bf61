/* SPARQL on the full data, in a worker of this browser. */
(function () {
  "use strict";
  var set = window.sobkbSettings, form = document.querySelector("[data-query]");
  if (!set || !form) { return; }
  var w = set.words, text = form.querySelector("textarea"), examples = form.querySelector("[data-examples]");
  var status = form.querySelector("[data-query-status]"), stop = form.querySelector("[data-stop]"), save = form.querySelector("[data-save]");
  var error = document.querySelector("[data-query-error]"), result = document.querySelector("[data-query-result]");
  var worker = null, timer = 0, shown = null, LIMIT = 20000, ROWS = 500;

  // Runs in the worker; the engine's code stands before it.
  function inside() {
    /* global initSync, Store, namedNode */
    var store = null;
    function unpack(text) {
      var bytes = Uint8Array.from(atob(text), function (c) { return c.charCodeAt(0); });
      return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    }
    function plain(term) {
      if (!term) { return null; }
      if (term.termType === "Quad") { return { type: "literal", value: term.toString() }; }
      return { type: term.termType === "NamedNode" ? "iri" : term.termType === "Literal" ? "literal" : "bnode", value: term.value, lang: term.language || "", datatype: term.datatype ? term.datatype.value : "" };
    }
    function label(iri, lang) {
      var best = "";
      ["http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2000/01/rdf-schema#label"].forEach(function (p) {
        store.match(namedNode(iri), namedNode(p), null, null).forEach(function (q) {
          if (!best || q.object.language === lang) { best = q.object.value; }
        });
      });
      return best;
    }
    self.onmessage = function (event) {
      var job = event.data;
      if (job.wasm) {
        Promise.all([unpack(job.wasm), unpack(job.quads)]).then(function (found) {
          initSync({ module: found[0] });
          store = new Store();
          store.load(new Uint8Array(found[1]), { format: "application/n-quads", lenient: true });
          self.postMessage({ ready: store.size });
        }).catch(function (e) { self.postMessage({ error: String(e.message || e) }); });
        return;
      }
      try {
        var started = performance.now();
        var answer = store.query(job.query, { use_default_graph_as_union: true });
        var out = { ms: 0, names: {} }, see = function (cell) {
          if (cell && cell.type === "iri" && !(cell.value in out.names)) { out.names[cell.value] = label(cell.value, job.lang); }
          return cell;
        };
        if (typeof answer === "boolean") {
          out.boolean = answer;
        } else {
          var rows = Array.from(answer), columns = [];
          if (rows.length && rows[0] instanceof Map) {
            rows.forEach(function (row) { row.forEach(function (_, name) { if (columns.indexOf(name) < 0) { columns.push(name); } }); });
            // In the order of the SELECT, as far as it names them.
            var asked = (job.query.match(/SELECT\b([\s\S]*?)(?:WHERE\b|\{)/i) || ["", ""])[1];
            columns.sort(function (a, b) { return place(asked, a) - place(asked, b); });
            out.rows = rows.map(function (row) { return columns.map(function (name) { return plain(row.get(name)); }); });
          } else {
            columns = ["subject", "predicate", "object", "graph"];
            out.rows = rows.map(function (q) { return [plain(q.subject), plain(q.predicate), plain(q.object), q.graph.value ? plain(q.graph) : null]; });
          }
          out.columns = columns;
          out.rows.slice(0, job.rows).forEach(function (row) { row.forEach(see); });
        }
        out.ms = Math.round(performance.now() - started);
        self.postMessage({ answer: out });
      } catch (e) { self.postMessage({ error: String(e.message || e) }); }
    };
    function place(asked, name) {
      var at = asked.search(new RegExp("[?$]" + name + "\\b(?![\\s\\S]*\\bAS\\b\\s*[?$]" + name + ")"));
      return at < 0 ? 1e9 : at;
    }
  }

  function script(address) {
    return new Promise(function (done, fail) {
      var node = document.createElement("script");
      node.src = address;
      node.onload = done;
      node.onerror = function () { fail(new Error(w.failed)); };
      document.head.appendChild(node);
    });
  }
  function open() {
    if (worker) { return Promise.resolve(); }
    status.textContent = w.loading;
    var parts = window.sobkbEngine && window.sobkbQuads ? [] : [script(set.engine), script(set.data)];
    return Promise.all(parts).then(function () {
      return new Promise(function (done, fail) {
        var address = URL.createObjectURL(new Blob([window.sobkbEngine.code + "\n(" + inside + ")();"], { type: "text/javascript" }));
        worker = new Worker(address);
        URL.revokeObjectURL(address);
        worker.onerror = function (event) { event.preventDefault(); worker = null; fail(new Error(event.message || w.failed)); };
        worker.onmessage = function (event) {
          if (event.data.error) { worker = null; fail(new Error(event.data.error)); } else { done(); }
        };
        worker.postMessage({ wasm: window.sobkbEngine.wasm, quads: window.sobkbQuads });
      });
    });
  }
  function end(message) {
    clearTimeout(timer);
    if (document.activeElement === stop) { form.querySelector(".main").focus(); }
    stop.hidden = true;
    form.removeAttribute("aria-busy");
    status.textContent = message;
  }
  function halt(message) {
    if (worker) { worker.terminate(); worker = null; }
    end(message);
  }
  function complain(message) {
    // Prefixes stand before the first line of the query, so its columns are shifted.
    error.textContent = message.replace(/\b1:(\d+)/, function (all, column) { return "1:" + Math.max(1, column - set.prefixes.length); });
    error.hidden = false;
    end("");
  }
  function run() {
    error.hidden = true;
    error.textContent = "";
    result.replaceChildren();
    save.hidden = true;
    shown = null;
    stop.hidden = false;
    form.setAttribute("aria-busy", "true");
    return open().then(function () {
      status.textContent = w.running;
      timer = setTimeout(function () { halt(""); complain(w.long); }, LIMIT);
      worker.onmessage = function (event) {
        if (event.data.error) { complain(event.data.error); } else { show(event.data.answer); }
      };
      worker.onerror = function (event) { event.preventDefault(); halt(""); complain(event.message || w.failed); };
      worker.postMessage({ query: set.prefixes + text.value, lang: document.documentElement.lang, rows: ROWS });
    }).catch(function (problem) { halt(""); complain(problem.message); });
  }
  function short(iri) {
    var best = "";
    Object.keys(set.names).forEach(function (name) {
      if (iri.indexOf(set.names[name]) === 0 && (!best || set.names[name].length > set.names[best].length)) { best = name; }
    });
    return best ? best + ":" + iri.slice(set.names[best].length) : iri;
  }
  function cell(value, names) {
    var td = document.createElement("td");
    if (!value) { return td; }
    if (value.type !== "iri") {
      td.textContent = value.type === "bnode" ? "_:" + value.value : value.value;
      if (value.lang) {
        td.lang = value.lang;
        var mark = document.createElement("small");
        mark.textContent = " " + value.lang;
        td.appendChild(mark);
      }
      return td;
    }
    var target = value.value in set.pages ? "../id/" + set.pages[value.value] + "/index.html" : set.sections[value.value];
    var node = document.createElement(target || /^https?:\/\//.test(value.value) ? "a" : "code");
    node.textContent = names[value.value] || short(value.value);
    node.title = value.value;
    if (target) { node.href = target; } else if (node.localName === "a") { node.href = value.value; node.rel = "external"; }
    td.appendChild(node);
    return td;
  }
  function show(answer) {
    end((answer.boolean === undefined ? (answer.rows.length ? w.rows.replace("{}", answer.rows.length) : w.none) : (answer.boolean ? w.yes : w.no)) + " (" + answer.ms + " ms)");
    if (answer.boolean !== undefined || !answer.rows.length) { return; }
    var table = document.createElement("table"), head = table.createTHead().insertRow(), body = table.createTBody();
    var caption = table.createCaption();
    caption.className = "sr";
    caption.textContent = status.textContent;
    answer.columns.forEach(function (name) {
      var th = document.createElement("th");
      th.scope = "col";
      th.textContent = name;
      head.appendChild(th);
    });
    answer.rows.slice(0, ROWS).forEach(function (row) {
      var line = body.insertRow();
      row.forEach(function (value) { line.appendChild(cell(value, answer.names)); });
    });
    var box = document.createElement("div");
    box.className = "scroll wide";
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", caption.textContent);
    box.appendChild(table);
    result.replaceChildren(box);
    if (answer.rows.length > ROWS) {
      var more = document.createElement("p");
      more.textContent = w.more.replace("{}", ROWS);
      result.appendChild(more);
    }
    shown = answer;
    save.hidden = false;
  }
  function csv(value) {
    var s = value ? value.value : "";
    // A cell that begins like a formula would be run by a spreadsheet.
    if (/^[=+\-@\t\r]/.test(s) && isNaN(Number(s))) { s = "'" + s; }
    return /[",\r\n]/.test(s) ? '"' + s.replace(/"/g, '""') + '"' : s;
  }
  save.addEventListener("click", function () {
    var lines = [shown.columns.join(",")].concat(shown.rows.map(function (row) { return row.map(csv).join(","); }));
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines.join("\r\n") + "\r\n"], { type: "text/csv" }));
    link.download = "sparql.csv";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  });
  stop.addEventListener("click", function () { halt(w.stopped); });
  form.addEventListener("submit", function (event) { event.preventDefault(); run(); });
  text.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
  });
  examples.addEventListener("change", function () { text.value = set.queries[examples.value]; });
  form.hidden = false;
  error.hidden = true;
  var asked = new URLSearchParams(location.search), name = asked.get("q");
  if (name in set.queries) { examples.value = name; }
  text.value = asked.get("query") || set.queries[examples.value];
})();

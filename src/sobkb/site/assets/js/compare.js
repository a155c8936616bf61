/* Any two concepts side by side. The address holds the choice, so that it can be sent to someone. */
(function () {
  "use strict";
  var data = window.sobkbCompare, form = document.querySelector("[data-compare]");
  if (!data || !form) { return; }
  var status = document.querySelector("[data-compare-status]"), result = document.querySelector("[data-compare-result]");
  var list = form.querySelector("datalist"), boxes = [form.elements.a, form.elements.b];
  var w = data.words, byLabel = {}, bySlug = {};
  var fold = function (s) { return s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").trim().toLowerCase(); };

  data.concepts.forEach(function (c, n) {
    var key = fold(c[1]);
    // Two concepts may have one label: the second is told apart by its kind.
    if (key in byLabel) { c[7] = c[1] + " (" + c[2] + ", " + c[0] + ")"; byLabel[fold(c[7])] = n; } else { c[7] = c[1]; byLabel[key] = n; }
    bySlug[c[0]] = n;
    var option = document.createElement("option");
    option.value = c[7];
    option.label = c[2];
    list.appendChild(option);
  });
  form.hidden = false;

  function make(name, attributes, children) {
    var node = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) {
      node.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return node;
  }
  function link(n) { return make("a", { "class": "c", href: "../id/" + data.concepts[n][0] + "/index.html" }, [data.concepts[n][1]]); }
  function places(numbers) {
    var found = make("span", { "class": "src" }, [" ("]);
    numbers.forEach(function (n, i) {
      if (i) { found.appendChild(document.createTextNode("; ")); }
      found.appendChild(make("a", { "class": "sec", href: data.sections[n][1] }, [data.sections[n][0]]));
    });
    found.appendChild(document.createTextNode(")"));
    return found;
  }
  function said(statements, shared) {
    if (!statements.length) { return make("td", { "class": "none" }, [w.nothing]); }
    return make("td", {}, [make("ul", { "class": "cell" }, statements.map(function (s) {
      var item = make("li", shared[String(s[1])] ? { "class": "both" } : {}, [typeof s[1] === "number" ? link(s[1]) : s[1]]);
      if (shared[String(s[1])]) { item.appendChild(make("span", { "class": "mark" }, [w.both])); }
      if (s[2].length) { item.appendChild(places(s[2])); }
      return item;
    }))]);
  }
  function row(name, first, second) {
    return make("tr", {}, [make("th", { scope: "row" }, [name]), first, second]);
  }
  function show(a, b) {
    var one = data.concepts[a], two = data.concepts[b], caption = w.caption.replace("{}", one[1]).replace("{}", two[1]);
    var body = make("tbody"), seen = {};
    var texts = function (name, at) {
      if (one[at].length || two[at].length) {
        body.appendChild(row(name, make("td", {}, [String(one[at])]), make("td", {}, [String(two[at])])));
      }
    };
    texts(w.definition, 3);
    texts(w.kind, 2);
    if (one[4].length || two[4].length) { body.appendChild(row(w.region, make("td", {}, [one[4].join(", ")]), make("td", {}, [two[4].join(", ")]))); }
    var kinds = function (c) { return c[6].map(function (n) { return [-1, n, []]; }); };
    if (one[6].length || two[6].length) { add(w.broader, kinds(one), kinds(two)); }
    function add(name, left, right) {
      var shared = {};
      left.forEach(function (s) { right.forEach(function (t) { if (s[1] === t[1]) { shared[String(s[1])] = true; } }); });
      var first = function (s, t) { return (shared[String(t[1])] ? 1 : 0) - (shared[String(s[1])] ? 1 : 0); };
      body.appendChild(row(name, said(left.slice().sort(first), shared), said(right.slice().sort(first), shared)));
    }
    one[5].concat(two[5]).forEach(function (s) { seen[s[0]] = true; });
    Object.keys(seen).map(Number).sort(function (x, y) { return x - y; }).forEach(function (term) {
      var own = function (c) { return c[5].filter(function (s) { return s[0] === term; }); };
      add(data.terms[term], own(one), own(two));
    });
    var table = make("table", { "class": "beside-table cols-2" }, [
      make("caption", { "class": "sr" }, [caption]),
      make("thead", {}, [make("tr", {}, [make("th", { scope: "col" }, [w.row]), make("th", { scope: "col" }, [link(a)]), make("th", { scope: "col" }, [link(b)])])]),
      body
    ]);
    var judged = (data.pairs[Math.min(a, b) + "-" + Math.max(a, b)] || []).map(function (j) {
      return make("p", { "class": "judged" }, [make("strong", {}, [j[0] + ": "]), j[1] + " ", make("span", { "class": "mark" }, [w.editors])]);
    });
    result.replaceChildren.apply(result, judged);
    result.appendChild(make("div", { "class": "scroll wide", tabindex: "0", role: "region", "aria-label": caption }, [table]));
    status.textContent = caption;
  }
  function find(text) {
    if (text in bySlug) { return bySlug[text]; }
    var key = fold(text);
    if (key in byLabel) { return byLabel[key]; }
    var hits = Object.keys(byLabel).filter(function (label) { return key.length > 2 && label.indexOf(key) === 0; });
    return hits.length === 1 ? byLabel[hits[0]] : -1;
  }
  function update(keep) {
    var found = boxes.map(function (box) { return box.value ? find(box.value) : -2; });
    boxes.forEach(function (box, i) {
      box.setAttribute("aria-invalid", String(found[i] === -1));
      if (found[i] >= 0 && document.activeElement !== box) { box.value = data.concepts[found[i]][7]; }
    });
    if (found[0] === -1 || found[1] === -1) { status.textContent = status.dataset.unknown; result.replaceChildren(); return; }
    if (found[0] < 0 || found[1] < 0) { status.textContent = ""; result.replaceChildren(); return; }
    if (found[0] === found[1]) { status.textContent = w.same; result.replaceChildren(); return; }
    show(found[0], found[1]);
    if (!keep) {
      var slugs = found.map(function (n) { return data.concepts[n][0]; });
      history.replaceState(null, "", "?a=" + slugs[0] + "&b=" + slugs[1]);
    }
  }
  form.addEventListener("submit", function (event) { event.preventDefault(); update(); });
  boxes.forEach(function (box) { box.addEventListener("change", function () { update(); }); });
  form.querySelector("[data-swap]").addEventListener("click", function () {
    var first = boxes[0].value;
    boxes[0].value = boxes[1].value;
    boxes[1].value = first;
    update();
  });
  var asked = new URLSearchParams(location.search);
  ["a", "b"].forEach(function (name, i) {
    var n = bySlug[asked.get(name)];
    if (n !== undefined) { boxes[i].value = data.concepts[n][7]; }
  });
  update(true);
})();

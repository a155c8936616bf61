/* The map: what is linked lights up, kinds and regions can be chosen. */
(function () {
  "use strict";
  var near = window.sobkbMap, svg = document.querySelector(".field"), tools = document.querySelector("[data-map-tools]");
  if (!near || !svg || !tools) { return; }
  var kind = tools.querySelector("[data-map-kind]"), region = tools.querySelector("[data-map-region]");
  var status = tools.querySelector("[data-map-status]"), lines = svg.querySelector(".lines"), held = -1;
  var items = [], dots = [];
  document.querySelectorAll("[data-dot]").forEach(function (li) {
    var n = Number(li.dataset.dot);
    items[n] = { li: li, group: li.closest("[data-group]").dataset.group, regions: li.dataset.regions.split(" ").filter(Boolean), shown: true };
    dots[n] = svg.getElementById("d" + n);
  });
  tools.hidden = false;

  function light(n) {
    dots.forEach(function (dot) { dot.classList.remove("near", "here"); });
    lines.replaceChildren();
    svg.classList.toggle("lit", n >= 0);
    if (n < 0) { return; }
    var from = dots[n];
    near[n].forEach(function (m) {
      var path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", "M" + from.getAttribute("cx") + " " + from.getAttribute("cy") + "L" + dots[m].getAttribute("cx") + " " + dots[m].getAttribute("cy"));
      lines.appendChild(path);
      dots[m].classList.add("near");
    });
    from.classList.add("here");
    status.textContent = status.dataset.linked.replace("{}", items[n].li.textContent.trim()).replace("{}", near[n].length);
  }
  function choose() {
    var left = 0;
    items.forEach(function (item, n) {
      item.shown = (!kind.value || item.group === kind.value) &&
        (!region || !region.value || (region.value === "-" ? !item.regions.length : item.regions.indexOf(region.value) >= 0));
      item.li.hidden = !item.shown;
      dots[n].classList.toggle("off", !item.shown);
      if (item.shown) { left += 1; }
    });
    document.querySelectorAll("[data-group]").forEach(function (group) {
      group.hidden = !group.querySelector("li:not([hidden])");
      group.open = Boolean(kind.value) && !group.hidden;
    });
    held = -1;
    light(-1);
    status.textContent = status.dataset.left.replace("{}", left);
  }
  function number(target) { return target.classList && target.classList.contains("dot") ? Number(target.id.slice(1)) : -1; }
  kind.addEventListener("change", choose);
  if (region) { region.addEventListener("change", choose); }
  svg.addEventListener("mouseover", function (event) {
    var n = number(event.target);
    if (n >= 0) { light(n); } else if (held < 0) { light(-1); }
  });
  svg.addEventListener("mouseleave", function () { light(held); });
  // A first touch or click shows what is linked, a second one opens the page.
  svg.addEventListener("click", function (event) {
    var n = number(event.target);
    if (n >= 0 && n === held) { items[n].li.querySelector("a").click(); return; }
    held = n;
    light(n);
  });
  document.querySelector(".map-list").addEventListener("focusin", function (event) {
    var li = event.target.closest("[data-dot]");
    if (li) { light(Number(li.dataset.dot)); }
  });
  document.querySelector(".map-list").addEventListener("mouseover", function (event) {
    var li = event.target.closest("[data-dot]");
    if (li) { light(Number(li.dataset.dot)); }
  });
})();

/* Narrowing the questions as one types. */
(function () {
  "use strict";
  var tools = document.querySelector("[data-ask-tools]");
  if (!tools) { return; }
  var fold = function (s) { return s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); };
  var status = tools.querySelector("[data-ask-status]"), groups = document.querySelectorAll(".ask-group");
  var items = Array.prototype.map.call(document.querySelectorAll(".qa"), function (qa) {
    var answer = qa.querySelector(".answer, table");
    return { qa: qa, text: fold(qa.querySelector("h3").textContent + " " + (answer ? answer.textContent : "")) };
  });
  tools.hidden = false;
  tools.querySelector("[data-ask-filter]").addEventListener("input", function (event) {
    var words = fold(event.target.value).split(/\s+/).filter(Boolean), left = 0;
    items.forEach(function (item) {
      item.qa.hidden = !words.every(function (word) { return item.text.indexOf(word) >= 0; });
      if (!item.qa.hidden) { left += 1; }
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector(".qa:not([hidden])"); });
    status.textContent = words.length ? status.dataset.words.replace("{}", left) : "";
  });
})();

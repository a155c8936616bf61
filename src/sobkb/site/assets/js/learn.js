/* Self-tests and flashcards. Without this, the questions and cards stand on the page with their answers folded in. */
(function () {
  "use strict";
  function make(tag, attributes, text) {
    var node = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { node.setAttribute(name, attributes[name]); });
    if (text) { node.textContent = text; }
    return node;
  }
  function fill(words) {
    var values = Array.prototype.slice.call(arguments, 1);
    return words.replace(/\{\}/g, function () { return values.shift(); });
  }

  var quiz = document.querySelector("[data-quiz]");
  if (quiz) {
    var w = quiz.dataset, asks = Array.prototype.slice.call(quiz.querySelectorAll("[data-question]"));
    var progress = quiz.querySelector("[data-quiz-progress]"), end = quiz.querySelector("[data-quiz-end]");
    var score = quiz.querySelector("[data-quiz-score]"), answered = 0, right = 0;
    var tell = function () { progress.textContent = fill(w.progress, answered, asks.length); };
    var prepared = asks.map(function (ask, place) {
      var list = ask.querySelector("[data-choices]"), answer = ask.querySelector("[data-answer]");
      var verdict = ask.querySelector("[data-verdict]"), given = ask.querySelector("blockquote");
      var form = make("form", { novalidate: "" }), button = make("button", { type: "submit" }, w.check), done = false;
      var items = Array.prototype.slice.call(list.querySelectorAll("[data-choice]"));
      list.classList.add("live");
      list.setAttribute("role", "radiogroup");
      list.setAttribute("aria-labelledby", ask.id + "-t" + (given ? " " + given.id : ""));
      items.forEach(function (item, n) {
        var label = make("label"), input = make("input", { type: "radio", name: ask.id, value: String(n) });
        item.setAttribute("role", "none");
        label.append(input, item.firstElementChild);
        item.append(label);
      });
      list.before(form);
      form.append(list, verdict, answer, button);
      answer.hidden = true;
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        if (done) { go(place + 1); return; }
        var chosen = items.filter(function (item) { return item.querySelector("input").checked; })[0];
        if (!chosen) { verdict.textContent = w.choose; return; }
        var good = "isRight" in chosen.dataset, solution = items.filter(function (i) { return "isRight" in i.dataset; })[0];
        done = true; answered += 1; right += good ? 1 : 0;
        ask.classList.add("done");
        mark(solution, "is-right", "✓ " + w.theRight);
        if (!good) { mark(chosen, "is-wrong", "✗ " + w.yours); }
        verdict.textContent = good ? w.right : fill(w.wrong, solution.querySelector("span").textContent);
        if (!good && chosen.dataset.note) { verdict.append(make("small", {}, chosen.dataset.note)); }
        answer.hidden = false; answer.open = true;
        button.textContent = place + 1 < asks.length ? w.next : w.finish;
        button.focus();
        items.forEach(function (item) { item.querySelector("input").disabled = true; });
        if (answered === asks.length) { end.hidden = false; score.textContent = fill(w.score, right, asks.length); }
        tell();
      });
      return {
        focus: function () { ask.querySelector("input").focus(); ask.scrollIntoView({ block: "start" }); },
        isDone: function () { return done; },
        reset: function () {
          done = false; form.reset(); ask.classList.remove("done");
          items.forEach(function (item) {
            item.classList.remove("is-right", "is-wrong");
            item.querySelectorAll(".tag").forEach(function (tag) { tag.remove(); });
            item.querySelector("input").disabled = false;
          });
          verdict.textContent = ""; answer.open = false; answer.hidden = true; button.textContent = w.check;
        }
      };
    });
    var mark = function (item, name, words) {
      item.classList.add(name);
      item.querySelector("label").append(make("span", { "class": "tag" }, words));
    };
    var go = function (place) {
      for (var step = 0; step < prepared.length; step += 1) {
        var next = prepared[(place + step) % prepared.length];
        if (!next.isDone()) { next.focus(); return; }
      }
      score.focus(); end.scrollIntoView({ block: "center" });
    };
    quiz.querySelector("[data-quiz-again]").addEventListener("click", function () {
      answered = 0; right = 0; end.hidden = true; score.textContent = "";
      prepared.forEach(function (one) { one.reset(); });
      tell(); prepared[0].focus();
    });
    progress.hidden = false;
    tell();
  }

  var deck = document.querySelector("[data-deck]");
  if (deck) {
    var all = Array.prototype.slice.call(deck.querySelectorAll("[data-card]")), shown = all.slice(), at = 0;
    var place = deck.querySelector("[data-deck-place]"), sort = deck.querySelector("[data-deck-sort]");
    var show = function (number, focus) {
      at = (number + shown.length) % shown.length;
      all.forEach(function (card) { card.hidden = card !== shown[at]; card.querySelector("details").open = false; });
      place.textContent = fill(deck.dataset.place, at + 1, shown.length);
      if (focus) { shown[at].querySelector("summary").focus(); }
    };
    var turn = function () {
      var details = shown[at].querySelector("details");
      details.open = !details.open;
    };
    deck.classList.add("live");
    deck.querySelectorAll("[data-deck-tools], [data-deck-moves]").forEach(function (part) { part.hidden = false; });
    deck.querySelector("[data-deck-next]").addEventListener("click", function () { show(at + 1); });
    deck.querySelector("[data-deck-previous]").addEventListener("click", function () { show(at - 1); });
    deck.querySelector("[data-deck-turn]").addEventListener("click", turn);
    deck.querySelector("[data-deck-shuffle]").addEventListener("click", function () {
      for (var n = shown.length - 1; n > 0; n -= 1) {
        var other = Math.floor(Math.random() * (n + 1)), card = shown[n];
        shown[n] = shown[other]; shown[other] = card;
      }
      show(0);
    });
    if (sort) {
      sort.addEventListener("change", function () {
        shown = all.filter(function (card) { return !sort.value || card.dataset.sort === sort.value; });
        show(0);
      });
    }
    deck.addEventListener("keydown", function (event) {
      if (event.target.closest("select") || event.altKey || event.ctrlKey || event.metaKey) { return; }
      if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
        event.preventDefault();
        show(at + (event.key === "ArrowRight" ? 1 : -1), true);
      }
    });
    show(0);
  }
})();

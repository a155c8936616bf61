/**
 * The search of sobkb in the browser: the same steps, numbers and order as the Python package `sobkb.search`.
 *
 * A plain script without dependencies that fetches nothing, so that it works from a folder (file://) and in Node:
 *
 *   const engine = sobkbSearch.create(index);            // index: what sobkb.search.browser.browser_index makes
 *   engine.search("opbouwwerk", { limit: 10 });          // [{ slug, label, score, text, lang, sort, way, why }, …]
 *
 * A change here is a change in folding.py, matching.py, rating.py or parts.py, and the other way round;
 * tests/test_search_browser.py compares the two. Only how quickly they get there differs: the package leaves out
 * by bounds what cannot be among the best (promising.py) and looks for misspelt words by their halves (spelling.py).
 */
(function (root, make) {
  const api = make();
  if (typeof module === "object" && module.exports) module.exports = api;
  else root.sobkbSearch = api;
})(typeof globalThis === "object" ? globalThis : this, function () {
  "use strict";

  // Folding (folding.py)

  const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" };
  const DOTTED = /(^|[^\p{L}\p{N}])((?:\p{L}\.){2,})/gu;
  const GENITIVE = /([\p{L}\p{N}])['’ʼ`´](?=s(?![\p{L}\p{N}]))/gu;
  const ASCII = /^[\x00-\x7f]*$/;

  function fold(text) {
    let whole = text.toLowerCase();
    if (whole.includes(".")) {
      whole = whole.replace(DOTTED, (_, before, dotted) => before + dotted.slice(0, -1).replace(/\./g, "") + ".");
    }
    whole = whole.replace(GENITIVE, "$1");
    if (ASCII.test(whole)) return whole.replace(/[^a-z0-9]+/g, " ").trim();
    return whole
      .normalize("NFKD")
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "")
      .replace(/[æœøßłđðþıς]/g, (letter) => LETTERS[letter])
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  }

  const FAMILY = "eringen erende ations eerden ering eerde aties ation eerd eert eren atie eer".split(" ");
  const KEPT = ["cratie", "craties"];
  const NO_PLURAL = ["ss", "is", "us", "js", "oces", "cces"];
  const LETTER_BEFORE_S = "abcdefghklmopqrtvwxyz";
  const LETTER_BEFORE_T = "kpgmb";

  const endsWithAny = (word, endings) => endings.some((ending) => word.endsWith(ending));

  function stem(word, irregular) {
    word = irregular.get(word) || word;
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    if (word.length > 9 && word.startsWith("ge") && endsWithAny(word, ["eerd", "eerde"])) word = word.slice(2);
    for (const ending of FAMILY) {
      if (word.length >= ending.length + 5 && word.endsWith(ending) && !endsWithAny(word, KEPT)) {
        return close(word.slice(0, -ending.length));
      }
    }
    if (word.endsWith("heden")) return word.slice(0, -4) + "eid";
    if (word.length > 6 && word.endsWith("eren")) return word.slice(0, -1);
    if (word.length > 5 && word.endsWith("ere")) return word;
    word = withoutS(word);
    if (word.endsWith("en") && word.length > 4) word = close(word.slice(0, -2));
    if (word.endsWith("e") && word.length > 4) word = word.slice(0, -1);
    word = withoutS(close(word));
    if (
      word.length > 4 &&
      word.endsWith("t") &&
      (LETTER_BEFORE_T.includes(word[word.length - 2]) || (word.endsWith("ert") && word.length > 6))
    ) {
      word = word.slice(0, -1);
    }
    if (word.endsWith("y")) word = word.slice(0, -1) + "i";
    const [before, vowel, last] = word.slice(-3);
    if (word.length > 3 && before === vowel && "aeou".includes(vowel) && !"aeiou".includes(last)) {
      word = word.slice(0, -2) + last;
    }
    return word;
  }

  function withoutS(word) {
    if (word.length < 5 || !word.endsWith("s") || endsWithAny(word, NO_PLURAL)) return word;
    if (LETTER_BEFORE_S.includes(word[word.length - 2]) || endsWithAny(word, ["ions", "aus"])) return word.slice(0, -1);
    return word;
  }

  function close(word) {
    let last = word[word.length - 1];
    if (word.length > 3 && last === word[word.length - 2] && !"aeiou".includes(last)) word = word.slice(0, -1);
    last = word[word.length - 1];
    if (last === "z") return word.slice(0, -1) + "s";
    return last === "v" ? word.slice(0, -1) + "f" : word;
  }

  function singulars(word, irregular) {
    if (irregular.has(word)) return [irregular.get(word)];
    if (word.endsWith("heden") && word.length > 6) return [word.slice(0, -4) + "eid"];
    if (word.endsWith("en") && word.length > 4) {
      const root = word.slice(0, -2);
      const closed = close(root);
      if (closed.length < 3) return [];
      const [before, vowel, last] = closed.slice(-3);
      if (closed === root || last !== root[root.length - 1]) {
        if ("aeou".includes(vowel) && !"aeiouwx".includes(last) && !"aeiou".includes(before)) {
          return [closed, closed.slice(0, -1) + vowel + last];
        }
      }
      return [closed];
    }
    return withoutS(word) !== word ? [word.slice(0, -1)] : [];
  }

  // Words with the numbers of the texts that hold them (indexing.py)

  function bisect(list, value, right) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (right ? value < list[middle] : !(list[middle] < value)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  class Words {
    constructor(folded, irregular) {
      this.irregular = irregular;
      this.postings = new Map();
      folded.forEach((line, number) => {
        for (const word of line.trim().split(" ")) {
          if (!word) continue;
          const numbers = this.postings.get(word);
          if (numbers) numbers.push(number);
          else this.postings.set(word, [number]);
        }
      });
      this.sorted = [...this.postings.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      this.stems = new Map();
    }

    startingWith(beginning) {
      const found = [];
      for (let at = bisect(this.sorted, beginning); at < this.sorted.length; at += 1) {
        if (!this.sorted[at].startsWith(beginning)) break;
        found.push(this.sorted[at]);
      }
      return found;
    }

    ofStem(key) {
      if (key.length < 2) return [];
      const start = key.slice(0, 2);
      const candidates = this.startingWith(start);
      if (start !== "ge") candidates.push(...this.startingWith("ge" + start));
      for (const word of this.irregular.keys()) {
        if (this.postings.has(word) && word.slice(0, 2) !== start) candidates.push(word);
      }
      return candidates.filter((word) => this.stemOf(word) === key);
    }

    stemOf(word) {
      let known = this.stems.get(word);
      if (known === undefined) this.stems.set(word, (known = stem(word, this.irregular)));
      return known;
    }

    get joined() {
      if (this._joined === undefined) this._joined = "\n" + this.sorted.join("\n") + "\n";
      return this._joined;
    }

    get offsets() {
      if (!this._offsets) {
        let position = 1;
        this._offsets = this.sorted.map((word) => {
          const offset = position;
          position += word.length + 1;
          return offset;
        });
      }
      return this._offsets;
    }

    /** For each number of letters: the words of that length, each with the set of its letters as bits. */
    get byLength() {
      if (!this._byLength) {
        this._byLength = new Map();
        for (const word of this.sorted) {
          const entry = [word, letters(word)];
          const near = this._byLength.get(word.length);
          if (near) near.push(entry);
          else this._byLength.set(word.length, [entry]);
        }
      }
      return this._byLength;
    }
  }

  // Matching one word (matching.py)

  function letters(word) {
    let bits = 0;
    for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
    return bits;
  }

  function countBits(bits) {
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }

  /** Optimal string alignment distance; anything above `most` comes out as most + 1. */
  function edits(one, other, most) {
    let before = [];
    let above = [];
    let row = [];
    for (let j = 0; j <= other.length; j += 1) above[j] = j;
    for (let i = 1; i <= one.length; i += 1) {
      let least = (row[0] = i);
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      [before, above, row] = [above, row, before];
    }
    return Math.min(above[other.length], most + 1);
  }

  function keep(found, word, quality, way) {
    const known = found.get(word);
    if (!known || quality > known.quality) found.set(word, { quality, way });
  }

  class Matcher {
    constructor(tuning, irregular) {
      this.tuning = tuning;
      this.irregular = irregular;
    }

    gain(way, part, whole) {
      return this.tuning.quality[way] + (this.tuning.quality[way + "Gain"] * part) / whole;
    }

    inNames(words, wanted) {
      const { quality, shortest } = this.tuning;
      const found = new Map();
      if (words.postings.has(wanted)) found.set(wanted, { quality: quality.exact, way: "exact" });
      for (const word of words.ofStem(stem(wanted, this.irregular))) keep(found, word, quality.form, "form");
      for (const word of words.startingWith(wanted)) {
        keep(found, word, this.gain("prefix", wanted.length, word.length), "prefix");
      }
      this.lookInside(words, wanted, found);
      for (const singular of singulars(wanted, this.irregular)) {
        if (singular.length >= shortest.variant) this.lookInside(words, singular, found);
      }
      for (let size = shortest.within; size < wanted.length; size += 1) {
        const [start, end] = [wanted.slice(0, size), wanted.slice(-size)];
        if (words.postings.has(start)) keep(found, start, this.gain("within", size, wanted.length), "part");
        if (size >= shortest.withinEnd && words.postings.has(end)) {
          keep(found, end, this.gain("within", size, wanted.length), "part");
        }
      }
      return found;
    }

    lookInside(words, part, found) {
      const { shortest } = this.tuning;
      if (part.length < shortest.head) return;
      const inside = part.length >= shortest.inside;
      const needle = inside ? part : part + "\n";
      let position = words.joined.indexOf(needle);
      while (position >= 0) {
        const number = bisect(words.offsets, position, true) - 1;
        const word = words.sorted[number];
        if (word === part) keep(found, word, this.tuning.quality.form, "form");
        else if (word.endsWith(part)) keep(found, word, this.gain("head", part.length, word.length), "part");
        else if (inside) keep(found, word, this.gain("inside", part.length, word.length), "part");
        position = words.joined.indexOf(needle, words.offsets[number] + word.length);
      }
    }

    misspelt(words, wanted) {
      const { quality, typos } = this.tuning;
      const found = new Map();
      const most = typos[Math.min(wanted.length, typos.length - 1)];
      if (!most) return found;
      const bits = letters(wanted);
      for (let length = Math.max(1, wanted.length - most); length <= wanted.length + most; length += 1) {
        for (const [word, others] of words.byLength.get(length) || []) {
          // One edit changes at most two letters of the set, so most words need no closer look.
          if (countBits(bits ^ others) > 2 * most) continue;
          const distance = edits(wanted, word, most);
          if (distance > most) continue;
          let fit = quality.typo - (quality.typoLoss * distance) / wanted.length;
          if (word[0] !== wanted[0]) fit -= quality.typoFirst;
          keep(found, word, fit, "typo");
        }
      }
      return found;
    }

    beginning(words, wanted) {
      for (let size = wanted.length - 1; size >= this.tuning.shortest.beginning; size -= 1) {
        const near = words.startingWith(wanted.slice(0, size));
        if (near.length) {
          const quality = this.gain("beginning", size, wanted.length);
          return new Map(near.map((word) => [word, { quality, way: "beginning" }]));
        }
      }
      return new Map();
    }

    inTexts(words, wanted) {
      const { text, shortest } = this.tuning;
      const found = new Map();
      if (words.postings.has(wanted)) found.set(wanted, { quality: text.exact, way: "text" });
      for (const word of words.ofStem(stem(wanted, this.irregular))) keep(found, word, text.form, "text");
      if (wanted.length >= shortest.textPrefix) {
        for (const word of words.startingWith(wanted)) keep(found, word, text.prefix, "text");
      }
      return found;
    }
  }

  const isKnown = (matches) =>
    [...matches.values()].some(({ way }) => way === "exact" || way === "form" || way === "prefix");

  // One search (rating.py, parts.py)

  const rounded = (score) => Math.floor(score * 10000 + 0.5) / 10000;

  class Search {
    constructor(engine, query) {
      this.engine = engine;
      this.query = query;
      this.languages = new Map();
      this.weights = new Map();
      this.words = query.words.map((word) => this.word(word, query.words.length === 1));
      this.namedRegions = new Set(this.words.flatMap((word) => word.regions));
    }

    word(text, alone) {
      const { names, matcher, tuning, wayNumber } = this.engine;
      const words = names.words;
      let matches = matcher.inNames(words, text);
      const known = isKnown(matches);
      if (!known && !this.engine.texts.words.postings.has(text)) {
        for (const [near, match] of matcher.misspelt(words, text)) {
          if (!matches.has(near) || match.quality > matches.get(near).quality) matches.set(near, match);
        }
        if (!matches.size) matches = matcher.beginning(words, text);
      }
      const numbered = new Map();
      let spread = 0;
      for (const [word, match] of matches) {
        numbered.set(word, [match.quality, wayNumber.get(match.way)]);
        spread += words.postings.get(word).length;
      }
      const key = alone ? "" : stem(text, this.engine.irregular);
      const around = (table) => (Object.hasOwn(table, key) ? table[key] : []);
      return {
        text,
        matches: numbered,
        spread,
        known,
        regions: around(tuning.regionWords),
        kinds: around(tuning.kindWords),
      };
    }

    readings() {
      const found = [this.words];
      const known = this.words.every((word) => word.known);
      const typo = this.engine.wayNumber.get("typo");
      for (const size of [2, 3]) {
        for (let start = 0; start + size <= this.words.length; start += 1) {
          const joined = this.words.slice(start, start + size).map((word) => word.text).join("");
          if (known && !this.engine.names.words.postings.has(joined)) continue;
          const word = this.word(joined, false);
          if (word.known || [...word.matches.values()].some(([, way]) => way === typo)) {
            found.push([...this.words.slice(0, start), word, ...this.words.slice(start + size)]);
          }
        }
      }
      const sides = this.query.sides.map((side) => side.map((text) => this.words.find((word) => word.text === text)));
      // A side that only names a region is a place to compare in, not a thing to compare.
      const inRegions = sides.some((side) => side.every((word) => word.regions.length));
      return inRegions ? found : [...found, ...sides];
    }

    byNames() {
      const { names, tuning } = this.engine;
      const best = new Map();
      const support = new Map();
      const rate = (number, rating, way) => {
        const owner = names.owner[number];
        const sort = tuning.labelSorts[names.sort[number]];
        const weight = way === "exact" ? tuning.sortWeight[sort] : tuning.sortWeightWithin[sort];
        const score = rounded(rating * weight * this.language(names.lang[number]) * this.weight(owner));
        const known = best.get(owner);
        if (!known || score > known[0] || (score === known[0] && number < known[1])) best.set(owner, [score, number, way]);
        if (sort === "prefLabel" && score > (support.get(owner) || 0)) support.set(owner, score);
      };
      for (const words of this.readings()) {
        for (const number of this.candidates(words)) {
          const rated = this.rate(words, number);
          if (rated) rate(number, rated[0], rated[1]);
        }
      }
      for (const number of this.reading(this.query.folded.replaceAll(" ", ""))) {
        const same = names.folded[number] === this.query.folded;
        rate(number, same ? tuning.label.whole : tuning.label.wholeJoined, "exact");
      }
      const found = new Map();
      for (const [owner, [score, number, way]] of best) {
        found.set(owner, this.nameFinding(number, score + tuning.label.support * (support.get(owner) || 0), way));
      }
      return found;
    }

    candidates(words) {
      const needed = words.filter((word) => !word.regions.length && !word.kinds.length);
      const rarest = needed.reduce((least, word) => (least && least.spread <= word.spread ? least : word), null);
      const found = new Set();
      for (const word of rarest ? [rarest] : words) {
        for (const match of word.matches.keys()) {
          for (const number of this.engine.names.words.postings.get(match)) found.add(number);
        }
      }
      return found;
    }

    /** The names that read so when their spaces are left out. */
    reading(joined) {
      const { names, stopWords } = this.engine;
      const found = [];
      for (let size = 1; size <= joined.length; size += 1) {
        const first = joined.slice(0, size);
        if (size < joined.length && stopWords.has(first)) continue;
        for (const number of names.words.postings.get(first) || []) {
          const line = names.folded[number];
          if (line.startsWith(first) && line.replaceAll(" ", "") === joined) found.push(number);
        }
      }
      return found;
    }

    rate(words, number) {
      const { names, tuning, wayNumber } = this.engine;
      const { label } = tuning;
      const plain = wayNumber.get("words");
      const matched = new Set(this.query.asked);
      let total = 0;
      let weakest = 0;
      let held = 0;
      const tokens = names.folded[number].split(" ");
      for (const word of words) {
        const part = bestOf(word.matches, tokens);
        if (part) {
          total += part[0];
          weakest = Math.max(weakest, part[1]);
          matched.add(part[2]);
          held += 1;
          continue;
        }
        const quality = this.surroundings(word, names.owner[number]);
        if (!quality) return null;
        total += quality;
        weakest = Math.max(weakest, plain);
      }
      const quality = total / words.length;
      const counting = names.counting(number);
      let whole = 0;
      let covered = 0;
      for (const word of counting) {
        whole += word.length;
        if (matched.has(word)) covered += word.length;
      }
      covered /= whole;
      const extra = this.query.asked.some((word) => counting.includes(word)) ? label.asked : 0;
      if (covered === 1 && quality === 1) return [label.wholeWithout + extra, "exact"];
      let score = quality * (label.base + label.coverage * covered) + extra;
      if (covered === 1 && weakest <= wayNumber.get("form") && held === words.length) score += label.wholeForm;
      if (words.length > 1 && ` ${names.folded[number]} `.includes(` ${words.map((word) => word.text).join(" ")} `)) {
        score += label.phrase;
      }
      return [score, tuning.ways[Math.max(weakest, plain)]];
    }

    surroundings(word, owner) {
      const concept = this.engine.concepts[owner];
      if (word.regions.some((region) => concept.regions.includes(region))) return this.engine.tuning.quality.region;
      if (word.kinds.some((kind) => concept.kinds.includes(kind))) return this.engine.tuning.quality.kind;
      return 0;
    }

    weight(owner) {
      let weight = this.weights.get(owner);
      if (weight === undefined) {
        const concept = this.engine.concepts[owner];
        weight = concept.weight;
        if (concept.regions.length && !concept.regions.some((region) => this.namedRegions.has(region))) {
          weight *= this.engine.tuning.regional;
        }
        this.weights.set(owner, weight);
      }
      return weight;
    }

    language(lang) {
      let weight = this.languages.get(lang);
      if (weight === undefined) {
        weight = this.engine.tuning.languageWeight[nearness(lang, this.query.lang)];
        this.languages.set(lang, weight);
      }
      return weight;
    }

    byParts(found) {
      const { texts, tuning, matcher } = this.engine;
      const count = this.words.length;
      const through = this.words.map((word) => matcher.inTexts(texts.words, word.text));
      const wanted = this.holders(through, found.size >= tuning.text.enough ? 1 : tuning.text.share);
      for (const owner of found.keys()) wanted.delete(owner);
      const best = new Map();
      this.words.forEach((word, position) => {
        if (count > 1) this.addNames(best, position, word, wanted);
        this.addTexts(best, position, through[position], wanted);
      });
      const findings = new Map();
      const phrase = ` ${this.query.words.join(" ")} `;
      for (const [owner, pieces] of best) {
        const held = pieces.filter(Boolean);
        const share = held.length / count;
        let total = 0;
        let top = held[0];
        let phrased = null;
        for (const piece of held) {
          total += piece.score;
          if (piece.score > top.score) top = piece;
          if (count > 1 && piece.text && texts.folded[piece.number].includes(phrase)) phrased = piece;
        }
        const score = tuning.text.ceiling * share * share * (total / held.length) * (phrased ? tuning.text.phrase : 1);
        if (score >= tuning.text.floor) {
          findings.set(owner, this.pieceFinding(Math.min(score, tuning.text.ceiling), phrased || top));
        }
      }
      return findings;
    }

    holders(through, share) {
      const { names, texts } = this.engine;
      const held = new Map();
      this.words.forEach((word, position) => {
        const owners = new Set();
        for (const match of word.matches.keys()) {
          for (const number of names.words.postings.get(match)) owners.add(names.owner[number]);
        }
        for (const match of through[position].keys()) {
          for (const number of texts.words.postings.get(match)) owners.add(texts.owner[number]);
        }
        for (const owner of owners) held.set(owner, (held.get(owner) || 0) + 1);
      });
      const wanted = new Set();
      for (const [owner, count] of held) if (count >= share * this.words.length) wanted.add(owner);
      return wanted;
    }

    addNames(best, position, word, wanted) {
      const { names, tuning, wayNumber } = this.engine;
      const loose = wayNumber.get("part");
      for (const [match, [quality, way]] of word.matches) {
        for (const number of names.words.postings.get(match)) {
          const owner = names.owner[number];
          if (!wanted.has(owner)) continue;
          const covered = match.length / names.folded[number].length;
          let score = quality * (tuning.label.base + tuning.label.coverage * covered);
          if (way >= loose) score *= tuning.text.loose;
          score *= tuning.sortWeightWithin[tuning.labelSorts[names.sort[number]]];
          score *= this.language(names.lang[number]) * this.weight(owner);
          this.keep(best, owner, position, { score, text: false, number });
        }
      }
    }

    addTexts(best, position, through, wanted) {
      const { texts, tuning } = this.engine;
      for (const [word, match] of through) {
        const needle = ` ${word} `;
        for (const number of texts.words.postings.get(word)) {
          const owner = texts.owner[number];
          if (!wanted.has(owner)) continue;
          const folded = texts.folded[number];
          const late = folded.indexOf(needle) / folded.length;
          let score = match.quality * (1 - tuning.text.late * late);
          score *= tuning.sortWeight[tuning.textSorts[texts.sort[number]]];
          score *= this.language(texts.lang[number]) * this.weight(owner);
          this.keep(best, owner, position, { score, text: true, number });
        }
      }
    }

    keep(best, owner, position, piece) {
      let pieces = best.get(owner);
      if (!pieces) best.set(owner, (pieces = new Array(this.words.length).fill(null)));
      const known = pieces[position];
      const before = known && (known.text === piece.text ? piece.number < known.number : known.text);
      if (!known || piece.score > known.score || (piece.score === known.score && before)) pieces[position] = piece;
    }

    nameFinding(number, score, way) {
      const { names, tuning } = this.engine;
      const sort = tuning.labelSorts[names.sort[number]];
      return [names.owner[number], rounded(score), names.text[number], names.lang[number], sort, way];
    }

    pieceFinding(score, piece) {
      if (!piece.text) return this.nameFinding(piece.number, score, "some");
      const { texts, tuning } = this.engine;
      const number = piece.number;
      const sort = tuning.textSorts[texts.sort[number]];
      return [texts.owner[number], rounded(score), texts.text[number], texts.lang[number], sort, "text"];
    }
  }

  /** The best match among the words of a name: how well, in which way and which word. */
  function bestOf(matches, words) {
    let best = null;
    for (const word of words) {
      const match = matches.get(word);
      if (match && (!best || match[0] > best[0] || (match[0] === best[0] && word < best[2]))) {
        best = [match[0], match[1], word];
      }
    }
    return best;
  }

  function nearness(lang, wanted) {
    if (!lang) return "none";
    if (lang === wanted || wanted.startsWith(lang + "-")) return "same";
    if (lang.split("-")[0] === wanted.split("-")[0]) return wanted.includes("-") ? "region" : "same";
    return "other";
  }

  // The index as it is used (indexing.py)

  class Engine {
    constructor(index) {
      this.index = index;
      this.lang = index.lang;
      this.tuning = { ...index.tuning, regionWords: index.regionWords, kindWords: index.kindWords };
      this.irregular = new Map(Object.entries(index.tuning.irregular));
      this.stopWords = new Set(index.tuning.stopWords);
      this.questionWords = new Set(index.tuning.questionWords);
      this.comparingWords = new Set(index.tuning.comparingWords);
      this.dividingWords = new Set(index.tuning.dividingWords);
      this.wayNumber = new Map(index.tuning.ways.map((way, number) => [way, number]));
      this.matcher = new Matcher(this.tuning, this.irregular);
      const { most, gain } = index.tuning.links;
      this.concepts = index.concepts.map(([slug, label, level, deprecated, kinds, regions, schemes, links]) => ({
        slug,
        label,
        level,
        deprecated: deprecated === 1,
        kinds,
        regions,
        schemes,
        weight: (index.tuning.levelWeight[level] || 1) * (1 + (gain * Math.min(links, most)) / most),
      }));
      this.names = this.prepare(index.names, false);
      const counted = new Map();
      this.names.counting = (number) => {
        let known = counted.get(number);
        if (!known) {
          const words = [...new Set(this.names.folded[number].split(" "))];
          known = words.filter((word) => !this.stopWords.has(word));
          if (!known.length) known = words;
          counted.set(number, known);
        }
        return known;
      };
      this.kindsBelow = new Map();
    }

    prepare(groups, padded) {
      const side = { owner: [], sort: [], text: [], lang: [], folded: [] };
      groups.forEach((group, owner) => {
        for (let at = 0; at < group.length; at += 3) {
          side.owner.push(owner);
          side.sort.push(group[at]);
          side.lang.push(this.index.languages[group[at + 1]]);
          side.text.push(group[at + 2]);
          const folded = fold(group[at + 2]);
          side.folded.push(padded ? ` ${folded} ` : folded);
        }
      });
      side.words = new Words(side.folded, this.irregular);
      return side;
    }

    /** Definitions and notes, prepared when names alone do not answer a query. */
    get texts() {
      if (!this._texts) this._texts = this.prepare(this.index.texts || [], true);
      return this._texts;
    }

    /** Give the engine the texts that were left out of its index (`index.texts`). */
    addTexts(texts) {
      this.index.texts = texts;
      this._texts = null;
    }

    readQuery(text) {
      const folded = fold(Array.from(text).slice(0, this.tuning.mostCharacters).join(""));
      const words = [...new Set(folded.split(" "))].filter(Boolean);
      const telling = words.filter((word) => !this.stopWords.has(word));
      const naming = telling.filter((word) => !this.questionWords.has(word));
      const counting = naming.length ? naming : telling.length ? telling : words;
      const asked = telling.filter((word) => this.questionWords.has(word));
      const chosen = counting.slice(0, this.tuning.mostWords);
      const sides = asked.some((word) => this.comparingWords.has(word)) ? this.sides(folded, chosen) : [];
      return { folded, words: chosen, asked, lang: this.lang, sides };
    }

    /** The words of each thing that is to be set beside another. */
    sides(folded, counting) {
      const sides = [[]];
      for (const word of folded.split(" ")) {
        const side = sides[sides.length - 1];
        if (this.dividingWords.has(word)) sides.push([]);
        else if (counting.includes(word) && !side.includes(word)) side.push(word);
      }
      const named = sides.filter((side) => side.length);
      if (named.length < 2) return [];
      const last = named[named.length - 1];
      const head = last[last.length - 1];
      const shorter = named.filter((side) => side.length < last.length && !side.includes(head));
      return [...named, ...shorter.map((side) => [...side, head])];
    }

    /** Tell whether a concept (its number) meets the conditions: names of a kind, region or scheme. */
    allows(number, { kind, region, scheme }) {
      const concept = this.concepts[number];
      if (region && !concept.regions.some((at) => this.index.regions[at][0] === region)) return false;
      if (scheme && !concept.schemes.some((at) => this.index.schemes[at][0] === scheme)) return false;
      return !kind || concept.kinds.some((at) => this.below(kind).has(at));
    }

    below(kind) {
      let wanted = this.kindsBelow.get(kind);
      if (!wanted) {
        const { kinds } = this.index;
        wanted = new Set(kinds.flatMap(([name], at) => (name === kind ? [at] : [])));
        for (let size = -1; size !== wanted.size; ) {
          size = wanted.size;
          kinds.forEach(([, , parents], at) => {
            if (parents.some((parent) => wanted.has(parent))) wanted.add(at);
          });
        }
        this.kindsBelow.set(kind, wanted);
      }
      return wanted;
    }

    /**
     * Find the concepts that fit a query, best first.
     *
     * @param {string} text What the reader typed.
     * @param {{limit?: number, kind?: string, region?: string, scheme?: string}} options Kind by name, region and
     *   scheme by slug; limit 20 unless given, Infinity for all.
     */
    search(text, options = {}) {
      const limit = options.limit === undefined ? 20 : options.limit;
      const query = this.readQuery(text);
      if (!query.words.length) return [];
      const search = new Search(this, query);
      const allowed = (found) => [...found.values()].filter(([owner]) => this.allows(owner, options));
      const whole = search.byNames();
      let findings = allowed(whole);
      if (findings.filter(([owner]) => !this.concepts[owner].deprecated).length < limit) {
        findings = findings.concat(allowed(search.byParts(whole)));
      }
      const order = ([one, first], [other, second]) => {
        const a = this.concepts[one];
        const b = this.concepts[other];
        if (a.deprecated !== b.deprecated) return a.deprecated ? 1 : -1;
        if (first !== second) return second - first;
        const [above, below] = [a.level || "Z", b.level || "Z"];
        if (above !== below) return above < below ? -1 : 1;
        return one - other;
      };
      return findings
        .sort(order)
        .slice(0, limit)
        .map(([owner, score, matched, lang, sort, way]) => ({
          concept: owner,
          slug: this.concepts[owner].slug,
          label: this.concepts[owner].label,
          score,
          text: matched,
          lang,
          sort,
          way,
          why: this.explain(way, sort, matched, lang),
        }));
    }

    explain(way, sort, text, tag) {
      const { sorts, ways, languages, longest, close: mark, table } = this.index.wording;
      const letters = Array.from(text);
      const quoted = letters.length <= longest ? text : letters.slice(0, longest).join("").trimEnd() + "…";
      let sentence = ways[way].split("{sort}").join(sorts[sort]).split("{text}").join(quoted);
      if (tag && tag !== table) {
        const at = sentence.lastIndexOf(mark) + mark.length;
        sentence = `${sentence.slice(0, at)} (${languages[tag] || tag})${sentence.slice(at)}`;
      }
      return sentence[0].toUpperCase() + sentence.slice(1) + ".";
    }
  }

  return { create: (index) => new Engine(index), fold, edits };
});

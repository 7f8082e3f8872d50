/* Draws what was found: text nodes, elements and copies of marks that the server drew, never markup
   from text. */

var SAID = 80;
/* Beside the answer: whoever asked knows the message. */
var SAID_SHORT = 40;
var TEXT = 100;
/* Of the hits for a message those are shown at once that score this share of the best. Of 157 right
   answers among the first five of real messages it keeps 156, and drops a third of what is wrong. */
var LIKELY = 0.3;
var AT_ONCE = 5;
var OPENINGS = { clarification: "网传“", qa: "问：“" };
/* What a record answers in one sentence is among its first lines; what else may stand there (its short
   title, places, words) does not end as a sentence does. */
var FIRST_LINES = 2;
var SENTENCE_END = /[。！？]$/;
var LONGEST_SENTENCE = 130;

function element(name, className, text) {
  var made = document.createElement(name);
  if (className) { made.className = className; }
  if (text) { made.appendChild(document.createTextNode(text)); }
  return made;
}

function plain(text) { return text.replace(/\s+/g, " ").trim(); }

/* A text with its marked stretches; `marks`: [start, end] of each, in order. */
function putMarked(parent, text, marks) {
  var at = 0;
  marks.forEach(function (mark) {
    parent.appendChild(document.createTextNode(text.slice(at, mark[0])));
    parent.appendChild(element("mark", "", text.slice(mark[0], mark[1])));
    at = mark[1];
  });
  parent.appendChild(document.createTextNode(text.slice(at)));
  return parent;
}

function putExcerpt(parent, part, opening, closing) {
  parent.appendChild(document.createTextNode(opening + (part.isCutBefore ? "…" : "")));
  putMarked(parent, part.text, part.marks);
  parent.appendChild(document.createTextNode((part.isCutAfter ? "…" : "") + closing));
  return parent;
}

/* `parts`: the element that holds what is copied; `base`: the way to the site's root. */
function Drawer(parts, base) {
  this.parts = Object.create(null);
  this.base = base;
  Array.prototype.forEach.call(parts.children, function (part) {
    this.parts[part.getAttribute("data-part")] = part.firstElementChild;
  }, this);
}

Drawer.prototype.copy = function (name, parent) {
  if (this.parts[name]) { parent.appendChild(this.parts[name].cloneNode(true)); }
};

Drawer.prototype.title = function (record, found, level, className) {
  var title = element(level, className);
  var link = title.appendChild(element("a"));
  link.href = this.base + record.address + "/";
  putMarked(link, record.title, found.marks(record.title));
  return title;
};

/* What was said or asked: the form that has most in common with what was looked for. The verdict stands
   behind it, as a mark of that sort: it judges what was said, not the title, which says what is so. */
Drawer.prototype.said = function (record, found, className, sort, most) {
  var opening = OPENINGS[record.kind];
  if (!opening || !record.forms) { return null; }
  var best = record.forms.map(function (form) {
    return found.excerpt(plain(form), most);
  }).reduce(function (best, part) { return lengthOf(part.marks) > lengthOf(best.marks) ? part : best; });
  var made = element("div", className + (record.verdict ? " resp-is-" + record.verdict : ""));
  made.appendChild(putExcerpt(element("p"), best, opening, "”"));
  if (record.verdict) { this.copy(sort + " " + record.verdict, made); }
  made.hasMarks = best.marks.length > 0;
  return made;
};

function sentenceIn(text) {
  return text.split("\n").slice(0, FIRST_LINES).filter(function (line) {
    return SENTENCE_END.test(line) && line.length <= LONGEST_SENTENCE;
  })[0] || "";
}

function lengthOf(marks) {
  return marks.reduce(function (sum, mark) { return sum + mark[1] - mark[0]; }, 0);
}

Drawer.prototype.meta = function (record, isJudged) {
  var meta = element("p", "resp-card__meta");
  if (record.verdict && !isJudged) { this.copy("badge " + record.verdict, meta); }
  if (!record.verdict) { this.copy("kind " + record.kind, meta); }
  if (record.state) { this.copy("standing " + record.state, meta); }
  if (record.draft) { this.copy("standing draft", meta); }
  var day = record.published.split("-").map(Number);
  var time = meta.appendChild(element("time", "", day[0] + "年" + day[1] + "月" + day[2] + "日"));
  time.setAttribute("datetime", record.published);
  if (record.body) { meta.appendChild(element("span", "", record.body)); }
  return meta;
};

/* One of several. */
Drawer.prototype.row = function (record, found) {
  var row = element("article", "resp-row");
  var title = row.appendChild(this.title(record, found, "h3", "resp-row__title"));
  var said = this.said(record, found, "resp-row__said", "badge", SAID);
  if (said) { row.appendChild(said); }
  var isSeen = title.querySelector("mark") || (said && said.hasMarks);
  var part = found.excerpt(record.text || "", TEXT);
  if (part.text && (!said || !isSeen) && (part.marks.length || !said)) {
    row.appendChild(putExcerpt(element("p", "resp-row__text"), part, "", ""));
  }
  row.appendChild(this.meta(record, Boolean(said)));
  return row;
};

/* The one that answers. */
Drawer.prototype.answer = function (record, found) {
  var box = element("article", "resp-answer");
  box.appendChild(this.title(record, found, "h3", "resp-answer__title"));
  var sentence = sentenceIn(record.text || "");
  if (sentence) { box.appendChild(element("p", "resp-answer__sentence", sentence)); }
  var said = this.said(record, found, "resp-answer__said", "stamp", SAID_SHORT);
  if (said) { box.appendChild(said); }
  box.appendChild(this.meta(record, Boolean(said)));
  var go = box.appendChild(element("p", "resp-answer__go"));
  var link = go.appendChild(element("a", "resp-action", "看回应全文"));
  link.href = this.base + record.address + "/";
  /* The title is the same link: to those who listen, one is enough. */
  link.setAttribute("aria-hidden", "true");
  link.tabIndex = -1;
  return box;
};

Drawer.prototype.rows = function (hits, found) {
  var rows = element("div", "resp-rows");
  hits.forEach(function (hit) { rows.appendChild(this.row(hit.record, found)); }, this);
  return rows;
};

/* How many hits are shown at once. */
function likely(found) {
  if (found.words) { return found.hits.length; }
  var kept = found.hits.filter(function (hit) { return hit.score >= LIKELY * found.hits[0].score; });
  return Math.min(kept.length, AT_ONCE);
}

function alsoTitle() { return element("h2", "resp-results__also", "也可能相关"); }

/* The likely hits; what answers stands apart. */
Drawer.prototype.all = function (found) {
  var made = document.createDocumentFragment();
  var hits = found.hits.slice(0, likely(found));
  if (found.tier === ANSWERED) {
    made.appendChild(this.answer(hits.shift().record, found));
    if (hits.length) { made.appendChild(alsoTitle()); }
  }
  made.appendChild(this.rows(hits, found));
  return made;
};

/* The heading, the line below it, and the line that is read aloud. */
function titleOf(found) {
  if (found.tier === ANSWERED) { return "这条已有官方回应"; }
  if (found.tier === NONE) { return found.isPartial ? "没能查全" : "没有找到"; }
  return found.words ? countOf(found) + "条与“" + found.asked + "”有关" : "可能相关";
}

/* What leads to the rest of what was found. */
function moreOf(found) {
  if (found.tier !== ANSWERED) { return "再看更多"; }
  return likely(found) > 1 ? "还有" + (found.hits.length - likely(found)) + "条也可能相关" : "也可能相关";
}

function countOf(found) {
  return { exact: "", about: "约", least: "至少" }[found.isPartial ? "least" : found.precision] + found.total;
}

function hintOf(found) {
  if (found.tier !== POSSIBLE) { return ""; }
  return found.words ? "标题里有的在前，新的在前。" : "不一定是同一件事，请看清地点、时间和数字。";
}

Drawer.prototype.sentenceOf = function (found) {
  var shown = likely(found);
  if (found.tier === ANSWERED) {
    var record = found.hits[0].record;
    var badge = this.parts["badge " + record.verdict];
    return "这条已有官方回应" + (badge ? "：" + badge.textContent.trim() : "") + "。" + record.title
      + (shown > 1 ? "。另有" + (shown - 1) + "条可能相关。" : "");
  }
  if (found.tier === NONE) { return found.isPartial ? "没能查全：" : "没有找到相关的回应。"; }
  if (!found.words) {
    return "找到" + shown + "条可能相关的回应，不一定是同一件事。";
  }
  return "找到" + countOf(found) + "条与“" + found.asked + "”有关的回应。";
};

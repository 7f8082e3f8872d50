/* What the page of the finder shows of a question: that it is at work, what was found, the rest. */

var QUIET_MS = 250;
/* After the last key, before what was found is read aloud; and when it is told that it takes long. */
var SPEAK_MS = 750;
var LONG_MS = 4000;
var PARTLY = "有些数据没有取到，只查了最近发布的和已经取到的部分。";
/* Less room than this below the heading shows no answer. */
var ROOM_PX = 320;

/* That it is at work is seen soon and heard late. */
Desk.prototype.stir = function (isBusy) {
  var self = this;
  clearTimeout(this.quiet);
  clearTimeout(this.long);
  this.busy.hidden = true;
  this.box.classList[isBusy ? "add" : "remove"]("resp-results--busy");
  if (!isBusy) { return; }
  this.quiet = setTimeout(function () { self.busy.hidden = Boolean(self.found); }, QUIET_MS);
  this.long = setTimeout(function () { self.say("正在查……", true); }, LONG_MS);
};

Desk.prototype.fail = function () {
  var why = "现在查不了：没有取到数据。请检查网络后再试，也可以按下面的办法自己找。";
  this.show(null);
  this.say(why, true);
  this.tell(why);
  this.goal = Math.min(this.goal, SEE);
  this.reach();
};

/* Read aloud, once; after typing, when it has stopped. `isQuiet` where the page shows it otherwise. */
Desk.prototype.say = function (text, isQuiet) {
  var said = this.said;
  clearTimeout(this.speaking);
  function speak() {
    said.className = "resp-results__said" + (isQuiet ? " resp-results__said--quiet" : "");
    if (said.textContent !== text) { said.textContent = text; }
  }
  if (text && isQuiet && !this.isSettled) { this.speaking = setTimeout(speak, SPEAK_MS); } else { speak(); }
};

Desk.prototype.tell = function (why) {
  this.trouble.querySelector("span").textContent = why;
  this.trouble.hidden = false;
};

function sameAs(found, other) {
  return Boolean(other) && found.tier === other.tier && found.hits.length === other.hits.length
    && found.isPartial === other.isPartial && found.hits.every(function (hit, at) { return hit.record === other.hits[at].record; });
}

Desk.prototype.show = function (found) {
  this.stir(Boolean(found) && !found.isLast);
  this.busy.hidden = true;
  this.box.hidden = !found;
  var cut = this.isCut ? "只查了前" + MOST_ASKED + "个字。" : "";
  if (!found) { this.say("", true); this.hits.textContent = ""; return; }
  this.sentence = this.drawer.sentenceOf(found) + (found.isPartial ? PARTLY : "") + cut;
  if (found.isLast) { this.say(this.sentence, true); }
  var isSame = sameAs(found, this.found);
  this.found = found;
  this.heading.textContent = titleOf(found);
  this.hint.textContent = hintOf(found) + cut;
  if (!isSame) { this.draw(found); }
  if (found.isPartial) { this.tell(PARTLY); }
  this.reach();
  if (found.isLast && this.memory) { this.restore(this.memory, 0); }
};

/* Whoever comes back finds the rows that were shown, at the same place. */
Desk.prototype.remember = function () {
  if (!this.found) { return; }
  var memory = { shown: this.count(), top: window.pageYOffset };
  history.replaceState(memory, "", location.href);
  /* The browser's own try comes before the rows are there. */
  if ("scrollRestoration" in history) { history.scrollRestoration = "manual"; }
};

Desk.prototype.count = function () { return this.hits.querySelectorAll("article").length; };

Desk.prototype.restore = function (memory, before) {
  var self = this;
  var count = this.count();
  if (memory !== this.memory) { return; }
  if (count < memory.shown && count > before && !this.more.hidden) {
    this.showMore(function () { self.restore(memory, count); });
    return;
  }
  this.memory = null;
  /* At once: it is no way that anybody goes. */
  document.documentElement.style.scrollBehavior = "auto";
  window.scrollTo(0, memory.top);
  document.documentElement.style.scrollBehavior = "";
};

Desk.prototype.draw = function (found) {
  var isNothing = found.tier === NONE;
  this.hits.textContent = "";
  if (!isNothing) { this.hits.appendChild(this.drawer.all(found)); }
  this.nothing.hidden = !isNothing;
  this.more.hidden = isNothing || !(found.rest || found.hits.length > likely(found));
  this.more.textContent = moreOf(found);
  this.advice.textContent = found.isPartial ? "还没有查完，先不要当真。可以再试一次，也可以这样做：" : this.advised;
  if (isNothing && this.letter) {
    var text = "我收到一条消息，" + (found.isPartial ? "" : "没有查到官方回应，") + "请核实。消息内容是：" + trimmed(this.asked.slice(0, 500));
    this.letter.href = this.letter.getAttribute("data-letter").replace("{text}", encodeURIComponent(text));
  }
};

/* The rest of what was found; of words, ten more. Whoever reads by keyboard goes on at the first, unless
   `then` goes on. */
Desk.prototype.showMore = function (then) {
  var self = this;
  var rows = this.hits.querySelector(".resp-rows");
  var place = rows.children.length;
  function add(found, hits) {
    self.found = found;
    if (!place) { rows.parentNode.insertBefore(alsoTitle(), rows); }
    Array.prototype.slice.call(self.drawer.rows(hits, found).children).forEach(function (row) {
      rows.appendChild(row);
    });
    self.more.hidden = !found.rest;
    self.heading.textContent = titleOf(found);
    if (then) { then(); return; }
    if (rows.children[place]) { rows.children[place].querySelector("a").focus(); }
  }
  if (!this.found.words) {
    add(this.found, this.found.hits.slice(place + (this.found.tier === ANSWERED ? 1 : 0)));
    return;
  }
  this.stop();
  this.stop = this.index.more(this.found, function (found) {
    found.asked = self.asked;
    self.say(self.drawer.sentenceOf(found), true);
    add(found, found.hits.slice(place));
  });
};

/* Goes to what was found as it is the goal, once, and brings it into sight where it lies low. */
Desk.prototype.reach = function () {
  var goal = this.goal;
  this.goal = STAY;
  if (goal === STAY) { return; }
  if (goal === REACH) { this.heading.focus(); }
  var part = this.trouble.hidden ? this.box : this.trouble;
  var top = part.getBoundingClientRect().top;
  if (top < 0 || window.innerHeight - top < ROOM_PX) { part.scrollIntoView(); }
};

/* The filters of the index: what is chosen stands in the page's address, what is found comes from
   the data of the index, month by month, the newest first. Nothing is sent. Written for old engines:
   where anything fails, the lists that the server sent come back. */
(function () {
  "use strict";
  var MOST = 50;
  var QUOTED = 60;
  var FACETS = { verdict: "verdicts", subject: "subjects", organisation: "organisations" };
  var form = document.querySelector("[data-filter]");
  var box = document.querySelector("[data-found]");
  if (!form || !box || !window.history || !history.pushState) { return; }

  var fields = form.querySelectorAll("select");
  var rows = box.querySelector("[data-found-rows]");
  var count = box.querySelector("[data-found-count]");
  var more = box.querySelector("[data-found-more]");
  var nothing = box.querySelector("[data-found-nothing]");
  var badges = box.querySelector("[data-found-badges]");
  var lists = document.querySelectorAll("[data-without-filter]");
  var letter = nothing.querySelector("[data-letter]");
  var got = {};
  var turn = 0;
  var search = null;

  function each(list, act) {
    for (var i = 0; i < list.length; i += 1) { act(list[i]); }
  }

  function load(path, done, failed) {
    if (got[path]) { done(got[path]); return; }
    var request = new XMLHttpRequest();
    request.open("GET", path);
    request.onload = function () {
      try {
        if (request.status !== 200) { throw request.status; }
        got[path] = JSON.parse(request.responseText);
      } catch (unreadable) { failed(); return; }
      done(got[path]);
    };
    request.onerror = failed;
    request.send();
  }

  function decode(text) {
    try { return decodeURIComponent(text.replace(/\+/g, " ")); } catch (broken) { return ""; }
  }

  /* The pairs of the page's address that are not ours, as written, and ours by name. */
  function readAddress() {
    var found = { others: [], mine: {} };
    each(location.search.slice(1).split("&"), function (pair) {
      var name = decode(pair.split("=")[0]);
      if (form.querySelector("select[name='" + name.replace(/[^a-z]/g, "_") + "']")) {
        found.mine[name] = decode(pair.split("=").slice(1).join("="));
      } else if (pair) {
        found.others.push(pair);
      }
    });
    return found;
  }

  function chosen() {
    var found = {};
    each(fields, function (field) { if (field.value) { found[field.name] = field.value; } });
    return found;
  }

  function writeAddress() {
    var pairs = readAddress().others;
    var now = chosen();
    each(fields, function (field) {
      if (now[field.name]) { pairs.push(field.name + "=" + encodeURIComponent(now[field.name])); }
    });
    history.pushState(null, "", location.pathname + (pairs.length ? "?" + pairs.join("&") : ""));
  }

  function holds(record, wanted) {
    var subjects = record.subjects.map(function (subject) { return subject.id; });
    return (!wanted.verdict || record.verdict === wanted.verdict)
      && (!wanted.organisation || record.organisation.id === wanted.organisation)
      && (!wanted.subject || subjects.indexOf(wanted.subject) >= 0);
  }

  function monthsFor(wanted, months) {
    return months.filter(function (month) {
      if (wanted.period && month.month.indexOf(wanted.period) !== 0) { return false; }
      return Object.keys(FACETS).every(function (name) {
        return !wanted[name] || month[FACETS[name]][wanted[name]];
      });
    });
  }

  /* How many there are in all; -1 where only reading everything would tell. */
  function totalOf(wanted, months) {
    var names = Object.keys(FACETS).filter(function (name) { return wanted[name]; });
    if (names.length > 1) { return -1; }
    return months.reduce(function (sum, month) {
      return sum + (names.length ? month[FACETS[names[0]]][wanted[names[0]]] : month.records);
    }, 0);
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.appendChild(document.createTextNode(text)); }
    return made;
  }

  function dayOf(moment) {
    var parts = moment.slice(0, 10).split("-");
    var made = element("time", "", Number(parts[0]) + "年" + Number(parts[1]) + "月" + Number(parts[2]) + "日");
    made.setAttribute("datetime", moment.slice(0, 10));
    return made;
  }

  function rowOf(record) {
    var row = element("article", "resp-row");
    var title = row.appendChild(element("h3", "resp-row__title"));
    title.appendChild(element("a", "", record.title)).href = record.id + "/";
    if (record.said.length) {
      var said = record.said[0].replace(/\s+/g, " ").trim();
      if (said.length > QUOTED) { said = said.slice(0, QUOTED).replace(/[\ud800-\udbff]$/, "") + "…"; }
      row.appendChild(element("p", "resp-row__claim", "网传：“" + said + "”"));
    }
    var meta = row.appendChild(element("p", "resp-card__meta"));
    var badge = record.verdict && badges.querySelector(".resp-is-" + record.verdict);
    if (badge) { meta.appendChild(badge.cloneNode(true)); }
    meta.appendChild(dayOf(record.published));
    if (record.organisation.name) { meta.appendChild(element("span", "", nameOf(record.organisation))); }
    return row;
  }

  /* The short name, as lists have it. */
  function nameOf(body) {
    var name = body.name;
    each(form.querySelector("select[name=organisation]").options, function (option) {
      if (option.value === body.id) { name = option.text; }
    });
    return name;
  }

  function show(isFiltered) {
    each(lists, function (list) { list.hidden = list.getAttribute("data-without-filter") !== "found" || isFiltered; });
    box.hidden = !isFiltered;
  }

  function fail() {
    show(false);
    box.hidden = false;
    more.hidden = nothing.hidden = true;
    count.textContent = "没有取到数据，筛选暂时不能用。请检查网络后再试，或者查看下面的列表。";
  }

  function say() {
    var shown = rows.children.length;
    var isAll = !search.hits.length && !search.months.length;
    more.hidden = isAll;
    nothing.hidden = shown > 0;
    if (!shown) {
      count.textContent = "没有符合条件的。";
    } else if (isAll) {
      count.textContent = "共" + shown + "条。";
    } else {
      count.textContent = (search.total < 0 ? "" : "共" + search.total + "条，") + "这里是最新" + shown + "条。";
    }
  }

  function fill(mine) {
    if (mine !== turn) { return; }
    while (search.hits.length && rows.children.length < search.wanted) {
      rows.appendChild(rowOf(search.hits.shift()));
    }
    if (!search.months.length || search.hits.length) {
      say();
      if (search.then) { search.then(); }
      return;
    }
    var path = search.months.shift().month.replace("-", "/") + ".json";
    load(path, function (data) {
      if (mine !== turn) { return; }
      search.hits = search.hits.concat(data.records.filter(function (record) {
        return holds(record, search.filters);
      }));
      fill(mine);
    }, function () { if (mine === turn) { fail(); } });
  }

  function letterText(wanted) {
    var words = [];
    each(fields, function (field) {
      if (wanted[field.name]) {
        var label = form.querySelector("label[for='" + field.id + "']");
        words.push(label.textContent + "：" + field.options[field.selectedIndex].text);
      }
    });
    return "我收到一条消息，在辟谣索引里没有找到（" + words.join("，") + "），请核实。消息内容是：";
  }

  function apply() {
    var wanted = chosen();
    var mine = turn += 1;
    var isFiltered = Object.keys(wanted).length > 0;
    show(isFiltered);
    if (!isFiltered) { return; }
    if (letter) {
      letter.href = letter.getAttribute("data-letter").replace("{text}", encodeURIComponent(letterText(wanted)));
    }
    rows.textContent = "";
    more.hidden = nothing.hidden = true;
    count.textContent = "正在查找…";
    load("index.json", function (directory) {
      if (mine !== turn) { return; }
      var months = monthsFor(wanted, directory.months);
      search = { filters: wanted, months: months, total: totalOf(wanted, months), hits: [], wanted: MOST };
      fill(mine);
    }, function () { if (mine === turn) { fail(); } });
  }

  function take() {
    var mine = readAddress().mine;
    each(fields, function (field) {
      field.value = mine[field.name] || "";
      if (field.selectedIndex < 0) { field.value = ""; }
    });
    apply();
  }

  each(fields, function (field) {
    field.addEventListener("change", function () { writeAddress(); apply(); });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  box.querySelector("[data-filter-clear]").addEventListener("click", function () {
    each(fields, function (field) { field.value = ""; });
    writeAddress();
    apply();
    fields[0].focus();
  });
  more.addEventListener("click", function () {
    var next = rows.children.length;
    search.wanted += MOST;
    search.then = function () {
      search.then = null;
      if (rows.children[next]) { rows.children[next].querySelector("a").focus(); }
    };
    fill(turn);
  });
  window.addEventListener("popstate", take);
  form.hidden = false;
  take();
})();

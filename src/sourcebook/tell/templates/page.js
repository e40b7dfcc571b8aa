(function () {
  function show() {
    document.querySelectorAll("mark.hit").forEach(function (one) { one.classList.remove("hit"); });
    var asked = /^#w(\d+)$/.exec(location.hash);
    if (asked) {
      document.querySelectorAll("mark.c" + asked[1]).forEach(function (one) { one.classList.add("hit"); });
    }
  }
  addEventListener("hashchange", show);
  show();
})();

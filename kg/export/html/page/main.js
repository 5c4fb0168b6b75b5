// The page as a whole.

/** Bring the page up to date with the state. */
function render() {
  dress();
  drawPicture();
  showPanel();
  showReader();
  showLegend();
  showFilters();
  showCount();
  showBanner();
  announce();
}

/** The language and the theme. */
function dress() {
  const lang = state.lang || homeLanguage();
  if (lang !== language || !dress.done) {
    language = lang;
    speak();
  }
  if (document.documentElement.dataset.theme !== (state.theme || "")) {
    document.documentElement.dataset.theme = state.theme || "";
    mixColours();
  }
  dress.done = true;
}

function follow() {
  state = parse(location.hash);
  waiting = null;
  render();
  if (state.at !== null) lookAt(state.at);
}
addEventListener("popstate", follow);

const isDark = () =>
  state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  mixColours();
  paintPicture();
});

const ON_CLICK = {
  back: () => history.back(),
  forward: () => history.forward(),
  language: () => go({ lang: language === "zh" ? "en" : "zh" }, { replace: true }),
  theme: () => go({ theme: isDark() ? "light" : "dark" }, { replace: true }),
  "help-button": showHelp,
  "zoom-in": () => zoomBy(1.4),
  "zoom-out": () => zoomBy(1 / 1.4),
  fit: () => fit(),
  physics: togglePhysics,
};
for (const [id, action] of Object.entries(ON_CLICK))
  document.getElementById(id).addEventListener("click", action);

state = parse(location.hash);
filter();
showReader(); // leaves the picture its room
frame(all.filter((node) => nodeOn[node]).map(mapPlace), { animated: false });
render();
if (state.at !== null) lookAt(state.at);

// What the interface says, in Chinese and in English. Names and texts stay in their own language.

const WORDS = {
  title: ["报道知识图谱", "Press knowledge graph"],
  intro: [
    "点选节点或连线，查看事实与原文依据；双击节点展开它的关联。",
    "Choose a node or an edge to read its facts and the words that state them; double-click a node to expand it.",
  ],
  search: ["搜索名称、别名或拼音首字母", "Search a name, an alias or pinyin initials"],
  suggestions: ["搜索结果", "Suggestions"],
  nothing: ["没有找到", "Nothing found"],
  back: ["后退", "Back"],
  forward: ["前进", "Forward"],
  filters: ["筛选", "Filter"],
  export: ["导出", "Export"],
  png: ["图片 PNG", "Picture, PNG"],
  svg: ["矢量图 SVG", "Drawing, SVG"],
  csv: ["表格 CSV", "Table, CSV"],
  print: ["打印", "Print"],
  language: ["English", "中文"],
  theme: ["浅色或深色", "Light or dark"],
  help: ["键盘操作", "Keyboard"],
  picture: ["知识图谱：方向键在节点间移动", "Knowledge graph: arrow keys move between nodes"],
  legend: ["图例与筛选", "Legend and filter"],
  toggle: ["显示或隐藏", "Show or hide"],
  toggleArticles: ["显示文章、作者与仅被提及者", "Show articles, their authors and what they only mention"],
  fold: ["折叠事件", "Fold events"],
  foldHint: [
    "以事件的参加者、组织者与地点之间的直接连线代替事件",
    "Join the people, bodies and places of an event directly, in its stead",
  ],
  drawn: ["显示 {0} / {1}，放大可见更多", "{0} of {1} shown; zoom in for more"],
  zoom: ["缩放", "Zoom"],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  fit: ["全图", "Fit"],
  physics: ["力学布局", "Move by physics"],
  panel: ["详情", "Details"],
  overview: ["返回总览", "Overview"],
  close: ["关闭", "Close"],
  articles: ["文章", "Articles"],
  entities: ["实体", "Entities"],
  claims: ["事实", "Facts"],
  communities: ["群落", "Communities"],
  central: ["联系最多", "Best linked"],
  members: ["{0} 个", "{0} members"],
  code: ["区划代码 {0}", "Division code {0}"],
  aliases: ["又称 {0}", "Also {0}"],
  found: ["见于 {0} 篇文章，提及 {1} 次", "Articles: {0}, mentions: {1}"],
  posts: ["职务", "Posts"],
  timeline: ["事件时间线", "Time line of events"],
  reported: ["报道", "reported"],
  evidence: ["依据", "Evidence"],
  sureness: ["置信度 {0}%", "Confidence {0}%"],
  alsoMentions: ["另提及", "Also mentions"],
  more: ["更多（{0}）", "More ({0})"],
  actions: ["操作", "Actions"],
  read: ["阅读原文", "Read the text"],
  readHere: ["在原文中查看", "See it in the text"],
  expand: ["展开", "Expand"],
  hide: ["隐藏", "Hide"],
  pin: ["固定", "Pin"],
  pathFrom: ["路径…", "Path…"],
  pickEnd: ["从“{0}”出发：请点选或搜索另一端", "From “{0}”: click or search the other end"],
  path: ["最短路径", "Shortest path"],
  noPath: ["按当前筛选，二者之间没有联系。", "With the present filters, nothing links the two."],
  steps: ["{0} 步", "{0} steps"],
  range: ["范围", "Range"],
  all: ["全部", "All"],
  around: ["“{0}”周围 {1} 步", "{1} steps around “{0}”"],
  whole: ["返回全图", "Back to the whole"],
  relation: ["关系", "Relations"],
  article: ["文章", "Article"],
  anyArticle: ["全部文章", "All articles"],
  period: ["日期", "Dates"],
  since: ["从", "From"],
  until: ["至", "To"],
  sure: ["置信度不低于 {0}%", "Confidence at least {0}%"],
  hidden: ["已隐藏", "Hidden"],
  pinned: ["已固定", "Pinned"],
  reset: ["清除筛选", "Clear the filters"],
  none: ["无", "None"],
  reader: ["原文", "Text"],
  readerHint: ["底色为名称，下划线为事实；点选即查看", "Tinted: names. Underlined: facts. Click either."],
  selected: ["已选 {0}，{1} 条事实", "{0} chosen, {1} facts"],
  keySearch: ["搜索", "Search"],
  keyMove: ["移到相邻的节点", "Move to the next node"],
  keyPanel: ["读详情", "Read the details"],
  keyZoom: ["放大、缩小、全图", "Zoom in, out, fit"],
  keySteps: ["周围 1–3 步，全部", "1–3 steps around, all"],
  keyActions: ["展开、隐藏、固定", "Expand, hide, pin"],
  keyBack: ["后退、前进", "Back, forward"],
  keyEscape: ["取消选择", "Choose nothing"],
  subject: ["主语", "Subject"],
  object: ["宾语", "Object"],
  type: ["类型", "Type"],
  detail: ["职务或角色", "Post or role"],
  date: ["日期", "Date"],
  confidence: ["置信度", "Confidence"],
  quote: ["原文", "Quote"],
  unnamed: ["（无名）", "(no name)"],
};

/** Chinese first: whoever reads another language at home gets English. */
const homeLanguage = () => (/^zh/i.test(navigator.language) ? "zh" : "en");
let language = homeLanguage();

function say(key, ...values) {
  return WORDS[key][language === "zh" ? 0 : 1].replace(/\{(\d)\}/g, (_, place) => values[place]);
}

/** Put the words of the present language where the page asks for them. */
function speak() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = `${say("title")} · PressKG`;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = say(one.dataset.word);
  for (const one of document.querySelectorAll("[data-hint]")) {
    one.setAttribute("aria-label", say(one.dataset.hint));
    if (one.matches("button, summary")) one.title = say(one.dataset.hint);
    if (one.matches("input")) one.placeholder = say(one.dataset.hint);
  }
}

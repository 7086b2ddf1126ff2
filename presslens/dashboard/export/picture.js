// Saves the chart beside it as a picture: Plotly draws it anew, at one size whatever the screen, with its title above and its
// source below. Plotly is not reachable by name on the page; the camera button that it makes for each chart is, and it takes
// any figure. A picture that is no chart (the word cloud) is saved as it is.
export default function (component) {
  const { data, parentElement } = component;
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = () => save(data).catch((problem) => console.error(problem));
}

const WIDTH = 1000;
const EDGE = 28;
// A picture cannot use the fonts of a web page: named here are those that machines have, Chinese ones first.
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif';
const LINE = 1.3;

async function save(data) {
  const panel = document.querySelector(`.st-key-${data.panel}`);
  const chart = panel.querySelector(".js-plotly-plot");
  if (chart) saveChart(chart, data);
  else await saveImage(panel.querySelector("img"), data);
}

function saveChart(chart, data) {
  const size = chart._fullLayout._size;
  const left = Math.max(size.l, EDGE);
  const room = WIDTH - 2 * EDGE;
  const title = lines(data.title, 22, room, true);
  const about = lines(data.about, 14, room, false);
  const source = lines(data.source, 12, room, false);
  const titled = 22 * LINE * title.length;
  const head = EDGE + 14 * LINE * about.length + titled + 20;
  const foot = 12 * LINE * source.length + EDGE;
  const layout = structuredClone(chart.layout);
  Object.assign(layout, { width: WIDTH, height: size.t + size.h + size.b + head + foot, autosize: false });
  layout.margin = { l: left, r: Math.max(size.r, EDGE), t: size.t + head, b: size.b + foot, autoexpand: false };
  layout.paper_bgcolor = data.surface;
  layout.font.family = FONT;
  const block = (text, y, shift, anchor, fontSize) => ({
    text, xref: "paper", yref: "paper", x: 0, y, xshift: EDGE - left, yshift: shift, xanchor: "left", yanchor: anchor,
    showarrow: false, align: "left", borderpad: 0, font: { size: fontSize, color: data.ink },
  });
  layout.annotations = (layout.annotations || []).concat([
    block(about.map(safe).join("<br>"), 1, size.t + 20 + titled, "bottom", 14),
    block(title.map((line) => `<b>${safe(line)}</b>`).join("<br>"), 1, size.t + 14, "bottom", 22),
    block(source.map(safe).join("<br>"), 0, -size.b - 8, "top", 12),
  ]);
  const options = { format: data.format, filename: data.file, width: WIDTH, height: layout.height, scale: data.format === "png" ? 2 : 1 };
  const camera = chart._fullLayout._modeBar.buttons[0][0];
  const context = { ...chart._context, toImageButtonOptions: options, displayNotifier: false };
  camera.click({ data: chart.data, layout, config: { staticPlot: true }, _context: context });
}

// Breaks words into lines that fit; Chinese may break after any character, Latin only at a space.
function lines(words, fontSize, room, bold) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${bold ? "bold " : ""}${fontSize}px ${FONT}`;
  const found = [];
  let line = "";
  for (const part of words.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) || []) {
    if (line && pen.measureText(line + part).width > room) {
      found.push(line);
      line = part.trimStart();
    } else line += part;
  }
  return line ? [...found, line] : found;
}

function safe(words) {
  return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

async function saveImage(image, data) {
  const drawn = await (await fetch(image.src)).blob();
  if (data.format === "svg") return hand(drawn, data);
  const canvas = document.createElement("canvas");
  canvas.width = 2 * image.naturalWidth;
  canvas.height = 2 * image.naturalHeight;
  const pen = canvas.getContext("2d");
  pen.fillStyle = data.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  hand(await new Promise((done) => canvas.toBlob(done, "image/png")), data);
}

function hand(blob, data) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${data.file}.${data.format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

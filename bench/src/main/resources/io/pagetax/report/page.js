'use strict';

/** What makes the page of a run more than a text: figures, tables, links and downloads. */
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const print = matchMedia('print');
  const NARROW = 640;
  const PREFIX = 'fig-';

  /** A figure on the page. */
  class Figure {
    constructor(element) {
      this.element = element;
      this.name = element.id.slice(PREFIX.length);
      this.plot = element.querySelector('.plot');
      this.numbers = element.querySelector('details');
      this.select = element.querySelector('select');
      this.isHeat = element.dataset.figure === 'heat';
      this.variants = this.isHeat ? data.heat : data.figures[this.name];
      this.chosen = 0;
      this.fillSelect();
      this.numbers.addEventListener('toggle', () => this.showNumbers());
      for (const button of element.querySelectorAll('[data-save]')) {
        button.addEventListener('click', () => this.save(button.dataset.save));
      }
    }

    fillSelect() {
      this.variants.forEach((variant, index) => this.select.add(new Option(variant.label, String(index))));
      this.select.parentElement.hidden = this.variants.length < 2;
      this.select.addEventListener('change', () => this.choose(Number(this.select.value)));
    }

    /** Shows a variant; the link to the figure leads to it from then on. */
    choose(index) {
      this.chosen = index;
      this.select.value = String(index);
      this.element.querySelector('a.link').hash = index === 0 ? this.element.id : `${this.element.id}/${this.variant.label}`;
      this.draw();
      this.showNumbers();
    }

    get variant() {
      return this.variants[this.chosen];
    }

    draw(onPaper = print.matches) {
      const night = dark.matches && !onPaper;
      const compact = this.plot.clientWidth < NARROW;
      const made = this.isHeat ? Charts.heat(this.variant, night, compact) : Charts.plot(this.variant.chart, night, compact);
      this.plot.style.height = `${made.height}px`;
      if (this.chart) {
        this.chart.dispose();
      }
      this.chart = echarts.init(this.plot, null, { renderer: 'svg', height: made.height });
      this.chart.setOption(made.option(() => this.chart));
    }

    resize() {
      if (this.chart && this.chart.getWidth() !== this.plot.clientWidth) {
        this.draw();
      }
    }

    showNumbers() {
      const holder = this.numbers.querySelector('.scroll');
      holder.replaceChildren();
      if (!this.numbers.open) {
        return;
      }
      const [head, ...lines] = this.isHeat ? Charts.heatTable(this.variant) : Charts.table(this.variant.chart);
      const table = document.createElement('table');
      const row = table.createTHead().insertRow();
      for (const text of head) {
        row.append(Object.assign(document.createElement('th'), { textContent: text }));
      }
      const body = table.createTBody();
      for (const line of lines) {
        const cells = body.insertRow();
        line.forEach((text) => (cells.insertCell().textContent = text));
      }
      holder.append(table);
    }

    async save(kind) {
      const svg = this.chart.renderToSVGString();
      const blob = new Blob([svg], { type: 'image/svg+xml' });
      offer(kind === 'svg' ? blob : await this.toPng(blob), `${this.name}.${kind}`);
    }

    async toPng(svg) {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svg.text())}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = 2 * this.chart.getWidth();
      canvas.height = 2 * this.chart.getHeight();
      const context = canvas.getContext('2d');
      context.fillStyle = getComputedStyle(document.body).backgroundColor;
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return new Promise((done) => canvas.toBlob(done, 'image/png'));
    }
  }

  const offer = (blob, name) => {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  /** Files are held compressed. */
  const unpack = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).blob();
  };

  const figures = [...document.querySelectorAll('figure[data-figure]')].map((element) => new Figure(element));

  /** Figures are drawn when they come near to what is seen. */
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries.filter((each) => each.isIntersecting)) {
        seen.unobserve(entry.target);
        const figure = figures.find((each) => each.element === entry.target);
        if (!figure.chart) {
          figure.draw();
        }
      }
    },
    { rootMargin: '600px' },
  );
  figures.forEach((figure) => seen.observe(figure.element));

  const redraw = (onPaper) => figures.forEach((figure) => (figure.chart || onPaper) && figure.draw(onPaper));
  dark.addEventListener('change', () => redraw(false));
  addEventListener('beforeprint', () => redraw(true));
  addEventListener('afterprint', () => redraw(false));
  addEventListener('resize', () => figures.forEach((figure) => figure.resize()));

  for (const table of document.querySelectorAll('table.sortable')) {
    Tables.enable(table);
  }

  for (const button of document.querySelectorAll('[data-file]')) {
    button.addEventListener('click', async () => {
      const name = button.dataset.file;
      offer(await unpack(data.files[name]), name);
    });
  }

  /** Somebody may have typed it. */
  const decoded = (fragment) => {
    try {
      return decodeURIComponent(fragment);
    } catch (malformed) {
      return fragment;
    }
  };

  /** Where a link leads: an element, or a figure and which of its charts. */
  const follow = () => {
    const place = decoded(location.hash.slice(1));
    const slash = place.indexOf('/');
    const figure = figures.find((each) => each.element.id === (slash < 0 ? place : place.slice(0, slash)));
    if (figure) {
      const index = slash < 0 ? 0 : figure.variants.findIndex((variant) => variant.label === place.slice(slash + 1));
      if (index !== figure.chosen && index >= 0) {
        figure.choose(index);
      }
      figure.element.scrollIntoView();
      return;
    }
    const element = place && document.getElementById(place);
    if (element) {
      Tables.reveal(element);
      element.closest('details')?.setAttribute('open', '');
      element.scrollIntoView();
    }
  };
  addEventListener('hashchange', follow);
  follow();
  document.documentElement.dataset.ready = 'true';
})();

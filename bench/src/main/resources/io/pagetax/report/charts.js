'use strict';

/** From what is to be drawn to options of ECharts. Names are only ever set as text. */
const Charts = (() => {
  const LIGHT = ['#0072b2', '#d55e00', '#008a63', '#b8508f', '#8a6d00', '#2f8fcf', '#882255', '#5a7d2a', '#6b5bd2', '#a0522d'];
  const DARK = ['#56b4e9', '#ff9c5a', '#2fc79a', '#f0a3cc', '#f0e442', '#8fb3ff', '#ff7f9f', '#b5d66b', '#b9a7ff', '#d9a066'];
  const HEAT = ['#30123b', '#4458cb', '#3e9bfe', '#18d6cb', '#46f783', '#a2fc3c', '#e1dc37', '#fda531', '#ef5a11', '#c42502', '#7a0403'];
  const PANEL_HEIGHT = 340;
  const TITLE_HEIGHT = 26;
  const LEGEND_HEIGHT = 34;
  const DODGE_PIXELS = 9;
  const AXIS_ROOM = 46;
  /** Of a name beside a chart on a phone, which is broken into lines: half of the width is the chart's. */
  const NARROW_NAME = { width: 130, overflow: 'breakAll', fontSize: 10, lineHeight: 11 };
  const NARROW_NAME_HEIGHT = 38;

  const theme = (dark) => ({
    dark,
    palette: dark ? DARK : LIGHT,
    text: dark ? '#e6edf3' : '#1b1f24',
    soft: dark ? '#9aa4af' : '#57606a',
    line: dark ? '#3a434e' : '#d0d7de',
    page: dark ? '#10141a' : '#ffffff',
  });

  const number = (value) => {
    const size = Math.abs(value);
    const text = size !== 0 && (size < 1e-3 || size >= 1e7) ? value.toExponential(3) : String(Number(value.toPrecision(5)));
    return text.replace('e+', 'e');
  };

  const percentile = (nines) => {
    const digits = Math.max(0, Number.isInteger(nines) ? nines - 2 : Math.ceil(nines) - 1);
    return `${((1 - 10 ** -nines) * 100).toFixed(Math.min(6, digits))} %`;
  };

  /** Scales by which numbers are placed: words have none. */
  const SCALES = {
    LINEAR: { to: (v) => v, from: (v) => v, label: number },
    NINES: { to: (v) => v, from: (v) => v, label: percentile },
    LOG: { to: (v) => Math.log10(v), from: (v) => 10 ** v, label: number },
    TIME: { to: (v) => v, from: (v) => v, label: (v) => `${new Date(v).toISOString().slice(0, 16).replace('T', ' ')} UTC` },
    WORDS: { to: (v) => v, from: (v) => v, label: (v) => v },
  };

  const logTicks = (least, most) => {
    const steps = most - least > 3 ? [1] : most - least > 1 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 7];
    const ticks = [];
    for (let power = Math.floor(least); power <= Math.ceil(most); power++) {
      ticks.push(...steps.map((step) => power + Math.log10(step)));
    }
    return ticks.filter((tick) => tick >= least && tick <= most);
  };

  const ticksOf = (axis, least, most) => {
    if (axis.kind === 'NINES') {
      return [0, 1, 2, 3, 4, 5, 6, 7].filter((tick) => tick <= most);
    }
    if (axis.kind !== 'LOG') {
      return null;
    }
    const given = axis.ticks.map(Math.log10).filter((tick) => tick >= least && tick <= most);
    return given.length > 1 ? given : logTicks(least, most);
  };

  /** With a little room at both ends. */
  const extent = (values, axis) => {
    const scaled = values.map(SCALES[axis.kind].to).filter(Number.isFinite);
    let least = Math.min(...scaled);
    let most = Math.max(...scaled);
    if (axis.kind === 'NINES') {
      return [0, most + 0.1];
    }
    const room = most > least ? (most - least) * 0.06 : Math.abs(most) * 0.1 || 1;
    return [least - room, most + room];
  };

  const timeAxis = (range, look) => ({
    type: 'time',
    min: range[0],
    max: range[1],
    axisLabel: { color: look.soft, hideOverlap: true },
  });

  const numericAxis = (axis, range, look) => {
    if (axis.kind === 'TIME') {
      return timeAxis(range, look);
    }
    const scale = SCALES[axis.kind];
    const ticks = ticksOf(axis, range[0], range[1]);
    return {
      type: 'value',
      min: range[0],
      max: range[1],
      axisTick: { show: true, customValues: ticks || undefined },
      axisLabel: {
        color: look.soft,
        customValues: ticks || undefined,
        showMinLabel: ticks ? undefined : false,
        showMaxLabel: ticks ? undefined : false,
        hideOverlap: true,
        formatter: (v) => scale.label(scale.from(v)),
      },
    };
  };

  const axisOption = (axis, words, range, look, panel, labels) => ({
    gridIndex: panel,
    name: axis.title,
    nameLocation: 'middle',
    nameTextStyle: { color: look.soft },
    axisLine: { lineStyle: { color: look.line } },
    splitLine: { show: axis.kind !== 'WORDS', lineStyle: { color: look.line, opacity: 0.6 } },
    ...(axis.kind === 'WORDS'
      ? { type: 'category', data: words, axisTick: { show: false }, axisLabel: { color: look.text, interval: 0, ...labels } }
      : numericAxis(axis, range, look)),
  });

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) {
      made.textContent = text;
    }
    if (className) {
      made.className = className;
    }
    return made;
  };

  /** What a tooltip shows. Lines are [colour, name, value]. */
  const tip = (title, lines) => {
    const table = element('table', undefined, 'tip');
    const head = table.createTHead().insertRow();
    const heading = element('th', title);
    heading.colSpan = 3;
    head.append(heading);
    const body = table.createTBody();
    for (const [colour, name, value] of lines) {
      const row = body.insertRow();
      const dot = element('span', undefined, 'dot');
      dot.style.background = colour || 'transparent';
      row.insertCell().append(dot);
      row.append(element('td', name), element('td', value));
    }
    return table;
  };

  const unitOf = (axis) => {
    const comma = axis.title.lastIndexOf(', ');
    return comma < 0 ? '' : ` ${axis.title.slice(comma + 2)}`.replace(/ times .*/, ' times');
  };

  const withInterval = (mark, unit) =>
    mark.lo === mark.y && mark.hi === mark.y
      ? number(mark.y) + unit
      : `${number(mark.y)}${unit} (${number(mark.lo)} to ${number(mark.hi)})`;

  const marksOf = (series) =>
    series.x.map((x, i) => ({ x, y: series.y[i], lo: (series.lo || series.y)[i], hi: (series.hi || series.y)[i] }));

  const distinct = (values) => [...new Set(values)];

  /** Everything that drawing a chart needs to know. */
  const survey = (chart, dark) => {
    const all = chart.layers.flatMap((layer) => layer.series);
    const words = chart.x.kind === 'WORDS' ? distinct(all.flatMap((series) => series.x)) : [];
    const heights = all.flatMap((series) => [...series.y, ...(series.lo || []), ...(series.hi || [])]);
    if (chart.layers.some((layer) => layer.geom === 'NO_DIFFERENCE')) {
      heights.push(chart.y.kind === 'LOG' ? 1 : 0);
    }
    return {
      chart,
      look: theme(dark),
      words,
      names: distinct(all.map((series) => series.name)),
      targets: distinct(all.map((series) => series.target)),
      panels: chart.inOnePanel ? [''] : distinct(all.map((series) => series.target)),
      xRange: chart.x.kind === 'WORDS' ? null : extent(all.flatMap((series) => series.x), chart.x),
      yRange: extent(heights, chart.y),
      toX: SCALES[chart.x.kind].to,
      toY: SCALES[chart.y.kind].to,
    };
  };

  const colourOf = (known, name) => known.look.palette[known.names.indexOf(name) % known.look.palette.length];

  const point = (known, series) => {
    const shape = known.chart.inOnePanel ? known.targets.indexOf(series.target) % 4 : 0;
    return (x, y, size) =>
      [
        { type: 'circle', shape: { cx: x, cy: y, r: size } },
        { type: 'rect', shape: { x: x - size, y: y - size, width: 2 * size, height: 2 * size } },
        { type: 'polygon', shape: { points: [[x, y - 1.3 * size], [x - 1.2 * size, y + size], [x + 1.2 * size, y + size]] } },
        { type: 'polygon', shape: { points: [[x, y - 1.4 * size], [x - 1.4 * size, y], [x, y + 1.4 * size], [x + 1.4 * size, y]] } },
      ][shape];
  };

  /** A point with its interval. */
  const pointSeries = (known, series, dodge) => {
    const { chart, toX, toY } = known;
    const colour = colourOf(known, series.name);
    const symbol = point(known, series);
    const side = chart.wordsAtTheSide;
    const place = (mark) => (chart.x.kind === 'WORDS' ? known.words.indexOf(mark.x) : toX(mark.x));
    const marks = marksOf(series);
    return {
      type: 'custom',
      data: marks.map((mark) =>
        side
          ? [toY(mark.y), place(mark), toY(mark.lo), toY(mark.hi)]
          : [place(mark), toY(mark.y), toY(mark.lo), toY(mark.hi)],
      ),
      encode: side ? { x: [0, 2, 3], y: 1 } : { x: 0, y: [1, 2, 3] },
      renderItem: (_, api) => {
        const at = (value) => (side ? api.coord([value, api.value(1)]) : api.coord([api.value(0), value]));
        const shift = ([x, y]) => (side ? [x, y + dodge] : [x + dodge, y]);
        const middle = shift(at(side ? api.value(0) : api.value(1)));
        const low = shift(at(api.value(2)));
        const high = shift(at(api.value(3)));
        const line = { stroke: colour, lineWidth: 2 };
        return {
          type: 'group',
          children: [
            { type: 'line', shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style: line },
            { ...symbol(middle[0], middle[1], 4), style: { fill: colour } },
          ],
        };
      },
      tip: (index) => {
        const mark = marks[index];
        const x = chart.x.kind === 'WORDS' ? mark.x : SCALES[chart.x.kind].label(mark.x) + unitOf(chart.x);
        return tip(x, [[colour, label(known, series), withInterval(mark, unitOf(chart.y))]]);
      },
    };
  };

  const label = (known, series) =>
    known.targets.length > 1 && series.target !== series.name && series.target ? `${series.name}, ${series.target}` : series.name;

  const lineSeries = (known, series, style) => ({
    type: 'line',
    data: series.x.map((x, i) => [known.toX(x), known.toY(series.y[i])]),
    showSymbol: false,
    symbolSize: 7,
    lineStyle: { width: 2, type: style, color: colourOf(known, series.name) },
    emphasis: { disabled: true },
  });

  const bandSeries = (known, series) => {
    const marks = marksOf(series).map((mark) => [known.toX(mark.x), known.toY(mark.lo), known.toY(mark.hi)]);
    return {
      type: 'custom',
      data: marks.slice(0, 1),
      silent: true,
      tooltip: { show: false },
      renderItem: (_, api) => ({
        type: 'polygon',
        shape: {
          points: [
            ...marks.map((mark) => api.coord([mark[0], mark[1]])),
            ...marks.map((mark) => api.coord([mark[0], mark[2]])).reverse(),
          ],
        },
        style: { fill: colourOf(known, series.name), opacity: 0.15 },
      }),
    };
  };

  const ruleSeries = (known, series, geom, style) => ({
    type: 'line',
    data: [],
    markLine: {
      symbol: 'none',
      silent: true,
      label: { show: false },
      lineStyle: { type: style, width: 1.5, color: colourOf(known, series.name) },
      data: geom === 'HORIZONTALS' ? series.y.map((y) => ({ yAxis: known.toY(y) })) : series.x.map((x) => ({ xAxis: known.toX(x) })),
    },
  });

  const noDifference = (known) => ({
    type: 'line',
    data: [],
    silent: true,
    markLine: {
      symbol: 'none',
      silent: true,
      label: { show: false },
      lineStyle: { type: 'dashed', width: 1.5, color: known.look.soft },
      data: [known.chart.wordsAtTheSide ? { xAxis: 0 } : { yAxis: 0 }],
    },
  });

  const seriesOf = (known, layer, series) => {
    const dodge = (known.names.indexOf(series.name) - (known.names.length - 1) / 2) * DODGE_PIXELS;
    switch (layer.geom) {
      case 'INTERVALS':
        return pointSeries(known, series, dodge);
      case 'POINTS':
        return pointSeries(known, series, 0);
      case 'LINES':
        return lineSeries(known, series, layer.line);
      case 'BANDS':
        return bandSeries(known, series);
      default:
        return ruleSeries(known, series, layer.geom, layer.line);
    }
  };

  const allSeries = (known) => {
    const made = [];
    for (const layer of known.chart.layers) {
      if (layer.geom === 'NO_DIFFERENCE') {
        known.panels.forEach((_, panel) => made.push({ ...noDifference(known), xAxisIndex: panel, yAxisIndex: panel }));
      }
      for (const series of layer.series) {
        const panel = known.chart.inOnePanel ? 0 : known.panels.indexOf(series.target);
        made.push({
          ...seriesOf(known, layer, series),
          name: series.name,
          xAxisIndex: panel,
          yAxisIndex: panel,
          itemStyle: { color: colourOf(known, series.name) },
          animation: false,
        });
      }
    }
    return made;
  };

  /** The value of every line where the pointer is, though they need not have a point there. */
  const lineTip = (known, at, panel, isShown) => {
    const { chart } = known;
    const lines = [];
    for (const name of known.names.filter(isShown)) {
      const points = chart.layers
        .filter((layer) => layer.geom === 'LINES')
        .flatMap((layer) => layer.series)
        .filter((series) => series.name === name && (chart.inOnePanel || series.target === known.panels[panel]))
        .flatMap(marksOf)
        .filter((mark) => known.toX(mark.x) >= at - 1e-9);
      if (points.length > 0) {
        const next = points.reduce((a, b) => (b.x < a.x ? b : a));
        lines.push([colourOf(known, name), name, number(next.y) + unitOf(chart.y)]);
      }
    }
    return tip(SCALES[chart.x.kind].label(SCALES[chart.x.kind].from(at)) + unitOf(chart.x), lines);
  };

  const panelHeight = ({ chart, words }, compact) => {
    const each = compact ? Math.max(chart.pixelsAWord, NARROW_NAME_HEIGHT) : chart.pixelsAWord;
    return chart.wordsAtTheSide ? words.length * each + AXIS_ROOM : PANEL_HEIGHT;
  };

  const layout = (known, compact) => {
    const titled = known.panels.length > 1;
    const room = panelHeight(known, compact) + (titled ? TITLE_HEIGHT : 0);
    const top = (panel) => panel * (room + 14) + (titled ? TITLE_HEIGHT : 10);
    return {
      height: known.panels.length * (room + 14) + LEGEND_HEIGHT,
      grid: known.panels.map((_, panel) => ({
        left: compact ? 6 : 12,
        right: compact ? 10 : 24,
        top: top(panel),
        height: panelHeight(known, compact),
        outerBoundsMode: 'same',
      })),
      title: titled
        ? known.panels.map((name, panel) => ({
            text: name,
            top: top(panel) - TITLE_HEIGHT,
            left: 'center',
            textStyle: { fontSize: 13, color: known.look.text },
          }))
        : [],
    };
  };

  const legend = (names, look) => ({
    type: 'scroll',
    bottom: 0,
    data: names,
    icon: 'circle',
    textStyle: { color: look.text },
    pageTextStyle: { color: look.text },
    pageIconColor: look.text,
  });

  const tooltip = (look, more) => ({
    confine: true,
    backgroundColor: look.page,
    borderColor: look.line,
    textStyle: { color: look.text },
    ...more,
  });

  /** Option and height of a chart. */
  const plot = (chart, dark, compact) => {
    const known = survey(chart, dark);
    const { grid, title, height } = layout(known, compact);
    const series = allSeries(known);
    const onlyLines = chart.layers.every((layer) => layer.geom === 'LINES');
    const labels = chart.wordsAtTheSide && compact ? NARROW_NAME : {};
    const across = known.panels.map((_, panel) => axisOption(chart.x, known.words, known.xRange, known.look, panel, labels));
    const up = known.panels.map((_, panel) => axisOption(chart.y, [], known.yRange, known.look, panel));
    const shown = (instance) => (name) => instance().getOption().legend[0].selected[name] !== false;
    return {
      height,
      option: (instance) => ({
        animation: false,
        title,
        grid,
        legend: legend(known.names, known.look),
        xAxis: chart.wordsAtTheSide ? up : across,
        yAxis: chart.wordsAtTheSide ? across : up,
        series: series.map(({ tip: _, ...plain }) => plain),
        tooltip: onlyLines
          ? tooltip(known.look, {
              trigger: 'axis',
              axisPointer: { type: 'line', lineStyle: { color: known.look.soft }, label: { show: false } },
              formatter: (items) => lineTip(known, items[0].axisValue, items[0].axisIndex, shown(instance)),
            })
          : tooltip(known.look, {
              trigger: 'item',
              formatter: (item) => (series[item.seriesIndex].tip ? series[item.seriesIndex].tip(item.dataIndex) : item.seriesName),
            }),
      }),
    };
  };

  /** What a chart shows, as lines of a table; the first is its head. */
  const table = (chart) => {
    const lines = [];
    for (const layer of chart.layers) {
      for (const series of layer.series || []) {
        for (const mark of marksOf(series)) {
          const x = chart.x.kind === 'WORDS' ? mark.x : SCALES[chart.x.kind].label(mark.x);
          const bounds = mark.lo === mark.y && mark.hi === mark.y ? ['', ''] : [number(mark.lo), number(mark.hi)];
          lines.push([series.name, series.target, x, number(mark.y), ...bounds].join('\u0000'));
        }
      }
    }
    const head = ['series', 'target', chart.x.title || 'what', chart.y.title, 'from (95 %)', 'to'];
    return [head, ...distinct(lines).map((line) => line.split('\u0000'))];
  };

  const nanos = (value) => {
    const steps = [[1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [1, 'ns']];
    const [size, unit] = steps.find(([least]) => value >= least) || steps[3];
    return `${Number((value / size).toPrecision(3))} ${unit}`;
  };

  const bucketNanos = (map, bucket) => 2 ** (bucket / map.bucketsAnOctave);

  const cellsOf = (map) => {
    const cells = [];
    let start = 0;
    map.length.forEach((length, column) => {
      map.counts[column].forEach((count, i) => {
        if (count > 0) {
          cells.push([start, start + length, map.first[column] + i, count]);
        }
      });
      start += length;
    });
    return cells;
  };

  const columnsOf = (map, values) => {
    let start = 0;
    return map.length.map((length, column) => {
      start += length;
      return [start - length, start, values[column]];
    });
  };

  /** A bar that is as wide as its column. */
  const bars = (map, values, colour, name) => ({
    type: 'custom',
    name,
    xAxisIndex: 1,
    yAxisIndex: 1,
    animation: false,
    itemStyle: { color: colour },
    encode: { x: [0, 1], y: 2 },
    data: columnsOf(map, values).filter(([, , value]) => value > 0).map(([from, to, value]) => [from, to, Math.log10(value)]),
    renderItem: (_, api) => {
      const [left, top] = api.coord([api.value(0), api.value(2)]);
      const [right] = api.coord([api.value(1), api.value(2)]);
      const bottom = api.coord([api.value(0), 2])[1];
      return {
        type: 'rect',
        shape: { x: left, y: top, width: Math.max(1, right - left - 0.5), height: Math.max(0, bottom - top) },
        style: { fill: colour },
      };
    },
  });

  const seconds = (value) => `${Number(value.toFixed(3))} s`;

  const heatTip = (map, cell) =>
    tip(`${seconds(cell[0])} to ${seconds(cell[1])} of measuring`, [
      ['', `${nanos(bucketNanos(map, cell[2]))} to ${nanos(bucketNanos(map, cell[2] + 1))}`, `${cell[3]} operations`],
    ]);

  const sampleStarts = (map) => {
    const starts = [];
    let start = 0;
    map.length.forEach((length, column) => {
      if (map.begins[column]) {
        starts.push({ xAxis: start });
      }
      start += length;
    });
    return map.intervalsAColumn > 1 ? [] : starts;
  };

  /** Latencies over time, and below, on the same axis, what stopped the machine or the JVM. */
  const heat = (map, dark, compact) => {
    const look = theme(dark);
    const cells = cellsOf(map);
    const buckets = cells.map((cell) => cell[2]);
    const range = [Math.min(...buckets), Math.max(...buckets) + 1];
    const end = map.length.reduce((a, b) => a + b, 0);
    const most = Math.log10(Math.max(...cells.map((cell) => cell[3]))) || 1;
    const ticks = [];
    for (let power = 0; power < 13; power++) {
      ticks.push(power * map.bucketsAnOctave * Math.log2(10));
    }
    const pauses = [...map.hiccup, ...map.collection].filter((value) => value > 0);
    const pauseTicks = [3, 4, 5, 6, 7, 8, 9];
    const side = { left: compact ? 6 : 12, right: compact ? 10 : 24, outerBoundsMode: 'same' };
    const x = (gridIndex, name) => ({
      gridIndex,
      type: 'value',
      min: 0,
      max: end,
      name,
      nameLocation: 'middle',
      nameTextStyle: { color: look.soft },
      axisLabel: { color: look.soft, showMaxLabel: false },
      axisLine: { lineStyle: { color: look.line } },
      splitLine: { show: false },
    });
    const y = (gridIndex, name, min, max, values, text) => ({
      gridIndex,
      type: 'value',
      name,
      nameLocation: 'middle',
      nameTextStyle: { color: look.soft },
      min,
      max,
      axisTick: { show: true, customValues: values.filter((v) => v >= min && v <= max) },
      axisLabel: { color: look.soft, customValues: values.filter((v) => v >= min && v <= max), formatter: text },
      axisLine: { lineStyle: { color: look.line } },
      splitLine: { lineStyle: { color: look.line, opacity: 0.6 } },
    });
    return {
      height: 520,
      option: () => ({
        animation: false,
        grid: [{ ...side, top: 40, height: 300 }, { ...side, top: 370, height: 110 }],
        legend: { ...legend(['woken late', 'collection'], look) },
        visualMap: {
          type: 'continuous',
          seriesIndex: 0,
          dimension: 3,
          min: 0,
          max: most,
          calculable: false,
          orient: 'horizontal',
          left: 'center',
          top: 0,
          itemWidth: 12,
          itemHeight: compact ? 120 : 220,
          text: [`${Math.round(10 ** most)} operations`, '1'],
          textStyle: { color: look.soft },
          inRange: { color: HEAT },
        },
        xAxis: [x(0, ''), x(1, 'seconds measured')],
        yAxis: [
          y(0, 'time per operation', range[0], range[1], ticks, (v) => nanos(Math.round(bucketNanos(map, v)))),
          y(1, 'longest', 2, Math.max(7, ...pauses.map(Math.log10)), pauseTicks, (v) => nanos(10 ** v)),
        ],
        series: [
          {
            type: 'custom',
            name: 'operations',
            animation: false,
            encode: { x: [0, 1], y: 2 },
            data: cells.map((cell) => [cell[0], cell[1], cell[2], Math.log10(cell[3])]),
            renderItem: (_, api) => {
              const [left, top] = api.coord([api.value(0), api.value(2) + 1]);
              const [right, bottom] = api.coord([api.value(1), api.value(2)]);
              return {
                type: 'rect',
                shape: { x: left, y: top, width: Math.max(1, right - left - 0.5), height: bottom - top },
                style: { fill: api.visual('color') },
              };
            },
            markLine: {
              symbol: 'none',
              silent: true,
              label: { show: false },
              lineStyle: { color: look.soft, type: 'dotted' },
              data: sampleStarts(map),
            },
          },
          bars(map, map.hiccup, look.palette[0], 'woken late'),
          bars(map, map.collection, look.palette[1], 'collection'),
        ],
        tooltip: tooltip(look, {
          trigger: 'item',
          formatter: (item) =>
            item.seriesIndex === 0
              ? heatTip(map, cells[item.dataIndex])
              : tip(`${seconds(item.value[0])} to ${seconds(item.value[1])} of measuring`, [
                  [item.color, item.seriesName, nanos(10 ** item.value[2])],
                ]),
        }),
      }),
    };
  };

  const heatTable = (map) => [
    ['from, s', 'to, s', 'from, ns', 'to, ns', 'operations'],
    ...cellsOf(map).map((cell) => [
      number(cell[0]),
      number(cell[1]),
      number(bucketNanos(map, cell[2])),
      number(bucketNanos(map, cell[2] + 1)),
      String(cell[3]),
    ]),
  ];

  return { plot, table, heat, heatTable };
})();

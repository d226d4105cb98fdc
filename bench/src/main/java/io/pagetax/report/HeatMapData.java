package io.pagetax.report;

import io.pagetax.distribution.HeatMap;
import io.pagetax.distribution.RowDistribution;
import io.pagetax.figure.Material;
import io.pagetax.result.Row;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A row's latencies over time as the page's script takes them: a column of the map is an element of each list.
 *
 * @param label the row's id
 * @param length in seconds
 * @param first bucket of the column's counts
 * @param hiccup in nanoseconds
 * @param collection in nanoseconds
 */
record HeatMapData(
        String label,
        int bucketsAnOctave,
        int intervalsAColumn,
        List<Double> length,
        List<Boolean> begins,
        List<Integer> first,
        List<List<Long>> counts,
        List<Double> hiccup,
        List<Double> collection) {

    /** Of every row whose operations are known, trusted or not: such a map may tell why not. */
    static List<HeatMapData> of(Material material) {
        return material.run().rows().parallelStream()
                .map(Row::id)
                .flatMap(id -> material
                        .distributions()
                        .of(id)
                        .map(RowDistribution::heatMap)
                        .filter(map -> map.columns().stream()
                                .anyMatch(column -> !column.counts().isEmpty()))
                        .map(map -> of(id, map))
                        .stream())
                .toList();
    }

    private static HeatMapData of(String id, HeatMap map) {
        return new HeatMapData(
                id,
                HeatMap.BUCKETS_AN_OCTAVE,
                map.intervalsAColumn(),
                columns(map, column -> PageNumbers.rounded(column.lengthSeconds())),
                columns(map, HeatMap.Column::beginsSample),
                columns(map, HeatMap.Column::firstBucket),
                columns(map, HeatMap.Column::counts),
                columns(map, column -> PageNumbers.rounded((double) column.hiccupNanos())),
                columns(map, column -> PageNumbers.rounded((double) column.collectionNanos())));
    }

    private static <T> List<T> columns(HeatMap map, Function<HeatMap.Column, T> value) {
        Stream<HeatMap.Column> columns = map.columns().stream();
        return columns.map(value).toList();
    }
}

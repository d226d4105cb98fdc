package io.pagetax.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {

    private static final long SIZE = 256L << 20;

    static Stream<Arguments> sharesOfJobs() {
        return Stream.of(4096, 16_384, 1 << 20)
                .flatMap(bs -> Stream.of(1, 2, 3, 4, 7).map(jobs -> Arguments.of(bs, 448L << 20, jobs)));
    }

    @ParameterizedTest
    @CsvSource({"512, 262144", "4096, 262144", "4096, 268435456", "1048576, 67108864", "67108864, 4294967296"})
    void isFineFromOneSectorToTheLargestBlock(int bs, long size) {
        assertThat(reads(bs, size, 1).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -512, 1, 511, 513, 4095, 6000, (1 << 26) + 512, Integer.MAX_VALUE})
    void namesABlockSizeThatIsNoMultipleOfASectorOrTooLarge(int bs) {
        assertThat(reads(bs, SIZE, 1).problems())
                .containsExactly("--bs " + bs + ": not a multiple of 512 from 512 to 64m");
    }

    @Test
    void namesASizeThatIsNoMultipleOfTheBlock() {
        assertThat(reads(4096, SIZE + 512, 1).problems())
                .containsExactly("--size 268435968: not a multiple of --bs 4096");
    }

    @ParameterizedTest
    @CsvSource({"4096, 258048, 1, 252k, 256k", "4096, 0, 1, 0, 256k", "4096, 1044480, 4, 1020k, 1m"})
    void namesASizeWithTooFewBlocksAndTheSmallestThatWouldDo(
            int bs, long size, int jobs, String shown, String smallest) {
        assertThat(reads(bs, size, jobs).problems())
                .containsExactly(
                        "--size " + shown + ": too small, each job needs at least 64 blocks, here " + smallest);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void namesANumberOfJobsBelowOne(int jobs) {
        assertThat(reads(4096, SIZE, jobs).problems()).containsExactly("--numjobs " + jobs + ": at least 1");
    }

    @ParameterizedTest
    @CsvSource({"RANDWRITE, MMAP", "WRITE, MMAP", "RANDWRITE, DONTCACHE", "WRITE, DONTCACHE"})
    void namesAPathThatCannotWrite(Rw rw, AccessPath path) {
        Workload workload = new Workload(rw, path, CacheState.UNCACHED, 4096, SIZE, 1, 42);
        assertThat(workload.problems())
                .containsExactly("--path " + path.word() + ": has no writing form (direct and buffered have)");
    }

    @ParameterizedTest
    @EnumSource(AccessPath.class)
    void isIssuedAsThePathHasItByDefault(AccessPath path) {
        Workload workload = new Workload(Rw.READ, path, CacheState.UNCACHED, 4096, SIZE, 1, 42);
        assertThat(workload.ioengine().carries(path)).isTrue();
        assertThat(workload.iodepth()).isEqualTo(1);
        assertThat(workload.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIRECT | MMAP | psync, pvsync2, io_uring, filechannel",
                "BUFFERED | MAPPEDBYTEBUFFER | psync, pvsync2, io_uring, filechannel",
                "DONTCACHE | PSYNC | pvsync2, io_uring",
                "DONTCACHE | FILECHANNEL | pvsync2, io_uring",
                "MMAP | IO_URING | mmap, mappedbytebuffer"
            })
    void namesAnEngineThatDoesNotCarryThePathAndThoseThatDo(AccessPath path, Ioengine engine, String accepted) {
        Workload workload = new Workload(Rw.READ, path, CacheState.UNCACHED, 4096, SIZE, 1, 42).by(engine, 1);
        assertThat(workload.problems())
                .containsExactly(
                        "--ioengine " + engine + ": does not carry --path " + path + "; accepted: " + accepted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PSYNC | 0 | 4096 | not from 1 to 4096",
                "IO_URING | 4097 | 4096 | not from 1 to 4096",
                "PSYNC | 2 | 4096 | --ioengine psync keeps one operation in flight",
                "FILECHANNEL | 32 | 4096 | --ioengine filechannel keeps one operation in flight",
                "IO_URING | 1025 | 1048576 | with --bs 1m more than 1g of blocks a job",
                "IO_URING | 128 | 1048576 | each job needs 4 times as many blocks, here 512m"
            })
    void namesADepthThatCannotBeKept(Ioengine engine, int depth, int bs, String problem) {
        assertThat(reads(bs, SIZE, 1).by(engine, depth).problems())
                .containsExactly("--iodepth " + depth + ": " + problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 4096})
    void isFineWithAnyDepthThatTheFileHasBlocksFor(int depth) {
        assertThat(reads(4096, SIZE, 1).by(Ioengine.IO_URING, depth).problems()).isEmpty();
    }

    @Test
    void givesThoseBesideSharesBehindTheMeasuredOnes() {
        Workload workload = reads(4096, SIZE, 1).beside(Company.parse("buffered:3"), 1);
        assertThat(workload.problems()).isEmpty();
        assertThat(workload.region(0)).isEqualTo(new Region(0, SIZE / 4));
        Workload theirs = workload.companion();
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(theirs::region))
                .containsExactly(
                        new Region(SIZE / 4, SIZE / 4),
                        new Region(SIZE / 2, SIZE / 4),
                        new Region(SIZE / 4 * 3, SIZE / 4));
        assertThat(workload.alone()).isEqualTo(reads(4096, SIZE, 4));
    }

    @Test
    void hasThoseBesideReadInItsOrderFromItsState() {
        Workload writes = reads(4096, SIZE, 1)
                .ordered(Rw.WRITE)
                .on(AccessPath.DIRECT, Ioengine.IO_URING)
                .in(CacheState.CACHED);
        Workload theirs = writes.by(Ioengine.IO_URING, 8)
                .beside(Company.parse("mmap:1"), 1)
                .companion();
        assertThat(theirs.rw()).isEqualTo(Rw.READ);
        assertThat(theirs.path()).isEqualTo(AccessPath.MMAP);
        assertThat(theirs.ioengine()).isEqualTo(Ioengine.MMAP);
        assertThat(theirs.iodepth()).isEqualTo(1);
        assertThat(theirs.cache()).isEqualTo(CacheState.CACHED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "append | uncached | 67112960 | --beside append: takes --size in multiples of 64k",
                "buffered:1 | stray | 67108864 | --beside buffered:1: takes --cache uncached, mixed:P, cached",
                "mmap:1 | dirty:50 | 67108864 | --beside mmap:1: takes --cache uncached, mixed:P, cached",
                "direct:9999 | uncached | 67108864 | --size 64m: too small, each job needs at least 64 blocks, here 2500m"
            })
    void namesCompanyThatItCannotHave(String company, String cache, long size, String problem) {
        Workload workload = reads(4096, size, 1)
                .on(AccessPath.DIRECT, Ioengine.PSYNC)
                .in(CacheState.parse(cache))
                .beside(Company.parse(company), 1);
        assertThat(workload.problems()).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"append, true", "truncate, true", "punch, true", "none, false", "direct:1, false", "mmap:2, false"})
    void writesIfThoseBesideChangeTheFile(String company, boolean writes) {
        assertThat(reads(4096, SIZE, 1).beside(Company.parse(company), 1).writes())
                .isEqualTo(writes);
    }

    @Test
    void namesAllProblemsAtOnce() {
        Workload workload = new Workload(Rw.WRITE, AccessPath.MMAP, CacheState.CACHED, 100, SIZE, 0, 42);
        assertThat(workload.problems())
                .hasSize(3)
                .satisfiesExactly(
                        bs -> assertThat(bs).startsWith("--bs 100"),
                        jobs -> assertThat(jobs).startsWith("--numjobs 0"),
                        path -> assertThat(path).startsWith("--path mmap"));
    }

    @ParameterizedTest
    @MethodSource("sharesOfJobs")
    void givesJobsDisjointSharesThatCoverTheSize(int bs, long size, int jobs) {
        Workload workload = reads(bs, size, jobs);
        long end = 0;
        for (Region region : regions(workload)) {
            assertThat(region.offset()).isEqualTo(end);
            assertThat(region.offset() % bs).isZero();
            assertThat(region.length() % bs).isZero();
            end = region.offset() + region.length();
        }
        assertThat(end).isEqualTo(size);
    }

    @ParameterizedTest
    @MethodSource("sharesOfJobs")
    void givesJobsSharesThatDifferByTheUnitOfSharesAtMost(int bs, long size, int jobs) {
        List<Long> lengths =
                regions(reads(bs, size, jobs)).stream().map(Region::length).toList();
        assertThat(lengths.stream().mapToLong(Long::longValue).max().orElseThrow()
                        - lengths.stream().mapToLong(Long::longValue).min().orElseThrow())
                .isLessThanOrEqualTo(2 * Workload.commonMultiple(bs, 1 << 16));
        assertThat(lengths).allMatch(length -> length >= (long) Workload.BATCH * bs);
    }

    /** Two jobs that share a page would find it resident because the other one has just read it. */
    @ParameterizedTest
    @CsvSource({"512, 3", "512, 7", "1024, 3", "2048, 7", "6144, 5"})
    void letsNoTwoJobsShareAPage(int bs, int jobs) {
        for (Region region : regions(reads(bs, 512L * 6144 * 21 + 6144, jobs))) {
            assertThat(region.offset() % 4096).isZero();
        }
    }

    private static List<Region> regions(Workload workload) {
        return IntStream.range(0, workload.numjobs()).mapToObj(workload::region).toList();
    }

    private static Workload reads(int bs, long size, int jobs) {
        return new Workload(Rw.RANDREAD, AccessPath.BUFFERED, CacheState.UNCACHED, bs, size, jobs, 42);
    }
}

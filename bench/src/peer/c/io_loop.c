/*
 * The limit: what the benchmarks of io.pagetax.jmh.BindingTax do, in C. One buffer on a page, one block at a random
 * offset, one look at the clock after each operation. Prints nanoseconds per operation.
 *
 * Usage: io_loop pread|direct|mmap FILE BYTES BLOCK SECONDS
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static const double WARMUP_SECONDS = 0.5;

static const char *mapping;
static char *buffer;
static size_t block;
static uint64_t blocks;
static int fd;

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static void fail(const char *what)
{
    fprintf(stderr, "io_loop: %s: %s\n", what, strerror(errno));
    exit(1);
}

/* xorshift64, Marsaglia 2003; the same in Java. */
static uint64_t next_offset(void)
{
    static uint64_t state = 42;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (state >> 1) % blocks * block;
}

static void read_block(uint64_t offset)
{
    if (mapping)
        memcpy(buffer, mapping + offset, block);
    else if (pread(fd, buffer, block, (off_t)offset) != (ssize_t)block)
        fail("pread");
}

static double nanos_per_op(double seconds)
{
    uint64_t start = now(), end = start + (uint64_t)(seconds * 1e9), time = start, operations = 0;
    while (time < end) {
        read_block(next_offset());
        time = now();
        operations++;
    }
    return (double)(time - start) / (double)operations;
}

int main(int argc, char **argv)
{
    if (argc != 6) {
        fprintf(stderr, "usage: io_loop pread|direct|mmap FILE BYTES BLOCK SECONDS\n");
        return 2;
    }
    size_t bytes = strtoull(argv[3], NULL, 10);
    block = strtoull(argv[4], NULL, 10);
    blocks = bytes / block;
    fd = open(argv[2], O_RDONLY | (strcmp(argv[1], "direct") == 0 ? O_DIRECT : 0));
    if (fd < 0)
        fail(argv[2]);
    if (posix_memalign((void **)&buffer, (size_t)sysconf(_SC_PAGESIZE), block) != 0)
        fail("posix_memalign");
    memset(buffer, 0, block);
    posix_fadvise(fd, 0, 0, POSIX_FADV_RANDOM);
    if (strcmp(argv[1], "mmap") == 0) {
        mapping = mmap(NULL, bytes, PROT_READ, MAP_SHARED | MAP_POPULATE, fd, 0);
        if (mapping == MAP_FAILED)
            fail("mmap");
    }
    nanos_per_op(WARMUP_SECONDS);
    printf("%.1f\n", nanos_per_op(strtod(argv[5], NULL)));
    return 0;
}

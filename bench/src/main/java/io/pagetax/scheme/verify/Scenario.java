package io.pagetax.scheme.verify;

import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;
import io.pagetax.scheme.model.UserBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A situation: what several tasks do at the same time. Buffers that are mappings are of pages that are not resident. Those
 * with more than one variant are explored in each.
 */
public enum Scenario {

    /** A direct read of a page into a mapping of the same page. */
    S1("A direct read of a page into a mapping of the same page", 1) {
        @Override
        Verdict run(World world, int variant) {
            return holding(transfers(world, read(world, 1, world.a(), world.a(), 0)), world, 0, 0);
        }
    },

    /** The same into a mapping of another page. */
    S2("A direct read of a page into a mapping of another page of the file", 1) {
        @Override
        Verdict run(World world, int variant) {
            return holding(transfers(world, read(world, 1, world.a(), world.a(), 2)), world, 2, 0);
        }
    },

    /** Crossed. */
    S3("Two direct reads, each into a mapping of the page that the other reads", 1) {
        @Override
        Verdict run(World world, int variant) {
            return transfers(world, read(world, 1, world.a(), world.b(), 0), read(world, 2, world.b(), world.a(), 0));
        }
    },

    /** Not crossed. */
    S3_APART("Two direct reads, each into a mapping of another page of the file that the other reads", 1) {
        @Override
        Verdict run(World world, int variant) {
            return transfers(world, read(world, 1, world.a(), world.b(), 2), read(world, 2, world.b(), world.a(), 2));
        }
    },

    /** Crossed. */
    S3W("Two direct writes, each from a mapping of the page that the other writes", 1) {
        @Override
        Verdict run(World world, int variant) {
            return transfers(world, write(world, 1, world.a(), world.b(), 0), write(world, 2, world.b(), world.a(), 0));
        }
    },

    /** S4=. */
    S4_SAME("A direct write of a page from a mapping of the same page", 1) {
        @Override
        Verdict run(World world, int variant) {
            return holding(transfers(world, write(world, 1, world.a(), world.a(), 0)), world, 0, 0);
        }
    },

    /** S4≠. */
    S4_OTHER("A direct write of a page from a mapping of another page of the file", 1) {
        @Override
        Verdict run(World world, int variant) {
            return holding(transfers(world, write(world, 1, world.a(), world.a(), 2)), world, 0, 2);
        }
    },

    /** The queue for the memory map. */
    S5("Direct I/O with cold memory, while a second thread faults on the file and a third one calls mmap", 2) {
        @Override
        Verdict run(World world, int variant) {
            Runnable transfer =
                    variant == 0 ? read(world, 1, world.a(), world.b(), 0) : write(world, 1, world.a(), world.b(), 0);
            Parallel.of(transfer, new Touch(world.task(2), world.a()), new Remap(world.task(3)));
            return settled(world, world.a());
        }
    },

    /** V3's trap. */
    S1_CUT("A direct read of a page into a mapping of another page of the file, while a hole is punched", 1) {
        @Override
        Verdict run(World world, int variant) {
            DirectTransfer transfer = read(world, 1, world.a(), world.a(), 2);
            Parallel.of(transfer, new Cut(world.task(2), world.a(), 3));
            return moved(transfer) ? holding(settled(world, world.a()), world, 2, 0) : Verdict.EFAULT;
        }
    },

    /** Buffered readers. */
    C1("Cached reads beside a direct write", 2) {
        @Override
        Verdict run(World world, int variant) {
            return new Race(world, Access.DIRECT, Access.BUFFERED).run(variant == 1);
        }
    },

    /** Mapped readers. */
    C2("Mapped reads beside a direct write", 2) {
        @Override
        Verdict run(World world, int variant) {
            return new Race(world, Access.DIRECT, Access.MAPPED).run(variant == 1);
        }
    },

    /** Direct readers. */
    C3("Direct and cached reads beside a cached write", 2) {
        @Override
        Verdict run(World world, int variant) {
            return new Race(world, Access.BUFFERED, Access.BUFFERED).run(variant == 1);
        }
    },

    /** Blocks that go to somebody else. */
    C4("Direct I/O while a hole is punched", 2) {
        @Override
        Verdict run(World world, int variant) {
            int frame = world.buffer(Access.UNREAD);
            Request request = (variant == 0 ? world.readInto(frame) : world.writeFrom(frame)).of(0, 1);
            DirectTransfer transfer = new DirectTransfer(world.task(1), world.a(), request);
            Parallel.of(transfer, new Cut(world.task(2), world.a(), 0));
            if (!moved(transfer)) {
                return Verdict.EFAULT;
            }
            boolean foreign = world.word(frame) == ExtentDevice.FOREIGN || world.foreignBlockWasWritten();
            return foreign ? Verdict.STALE : Verdict.OK;
        }
    };

    private final String question;
    private final int variants;

    Scenario(String question, int variants) {
        this.question = question;
        this.variants = variants;
    }

    /** What is done. */
    public String question() {
        return question;
    }

    /** The one of an id. */
    public static Scenario of(String id) {
        return Stream.of(values())
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario of that id: " + id));
    }

    /** As the literature calls it. */
    public String id() {
        return switch (this) {
            case S3_APART -> "S3-apart";
            case S3W -> "S3w";
            case S4_SAME -> "S4=";
            case S4_OTHER -> "S4≠";
            case S1_CUT -> "S1-cut";
            default -> name();
        };
    }

    /** What a scheme is under which nothing goes wrong in it. */
    String wellDone() {
        return isAboutData() ? "coherent" : "ok";
    }

    /** Whether it is about what readers see, not about who waits for whom. */
    private boolean isAboutData() {
        return name().startsWith("C");
    }

    /** The worst that is looked for: whoever has found it need not go on. */
    Verdict worst() {
        return isAboutData() ? Verdict.STALE : Verdict.DEADLOCK;
    }

    /** In how many forms. */
    public int variants() {
        return variants;
    }

    /** Does it once, in a world of its own. */
    abstract Verdict run(World world, int variant);

    private static DirectTransfer read(World world, int number, World.File file, World.File into, long page) {
        return new DirectTransfer(world.task(number), file, into.readInto(page).of(0, 1));
    }

    private static DirectTransfer write(World world, int number, World.File file, World.File from, long page) {
        return new DirectTransfer(world.task(number), file, from.writeFrom(page).of(0, 1));
    }

    private static Verdict transfers(World world, DirectTransfer... transfers) {
        Parallel.of(transfers);
        for (DirectTransfer transfer : List.of(transfers)) {
            if (!moved(transfer)) {
                return Verdict.EFAULT;
            }
        }
        Verdict first = settled(world, world.a());
        return first == Verdict.OK && transfers.length > 1 ? settled(world, world.b()) : first;
    }

    /** Whether the page was moved; the only error that a scheme may have is EFAULT. */
    private static boolean moved(DirectTransfer transfer) {
        if (transfer.result() != 1 && transfer.result() != UserBuffer.EFAULT) {
            throw new IllegalStateException("a transfer of one page came to " + transfer.result());
        }
        return transfer.result() == 1;
    }

    /** A verdict, unless a page of the first file does not hold what another one, or itself, held at first. */
    private static Verdict holding(Verdict verdict, World world, long page, long origin) {
        boolean holds = world.onDevice(world.a(), page) == World.FIRST_WORDS[0] + origin;
        return verdict == Verdict.OK && !holds ? Verdict.STALE : verdict;
    }

    /** Whether the cache and the device agree when all is over. */
    private static Verdict settled(World world, World.File file) {
        Task task = world.task(0);
        int error = file.scheme().sync(task, 0, World.PAGES);
        for (long page = 0; page < World.PAGES; page++) {
            if (world.inCache(file, task, page) != world.onDevice(file, page)) {
                return Verdict.STALE;
            }
        }
        return error == 0 ? Verdict.OK : Verdict.EIO;
    }
}

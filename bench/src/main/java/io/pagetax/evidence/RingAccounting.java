package io.pagetax.evidence;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Errno;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The account of the calling thread and of the threads to which the kernel hands what an io_uring of it cannot do without
 * waiting, such as most buffered writes. They are threads of this process named {@code iou-wrk-OWNER}, with accounts of
 * their own.
 *
 * <p>A worker that has nothing to do for five seconds ends; what it moved since the last reading is then lost.
 * <b>Bound to the thread that constructs it.</b>
 */
final class RingAccounting implements IoAccount {

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final Path OWN_TASK = Path.of("/proc/thread-self");
    private static final String NAME = "iou-wrk-";

    private final String owner;
    private final boolean alone;
    private final Map<Path, IoAccounting> accounts = new HashMap<>();
    private long readByEnded;
    private long writtenByEnded;
    private boolean hadWorkers;

    /**
     * For the rings of this thread.
     *
     * @param alone whether no other thread of this process has rings
     */
    RingAccounting(boolean alone) throws IOException {
        this.owner = Files.readSymbolicLink(OWN_TASK).getFileName().toString();
        this.alone = alone;
        accounts.put(OWN_TASK, IoAccounting.ofThisThread());
    }

    @Override
    public void refresh() throws IOException {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            for (Path task : (Iterable<Path>) tasks::iterator) {
                if (!accounts.containsKey(task) && isOwn(task)) {
                    follow(task);
                }
            }
        }
        for (Iterator<IoAccounting> all = accounts.values().iterator(); all.hasNext(); ) {
            if (!refresh(all.next())) {
                all.remove();
            }
        }
    }

    /** A worker that ends before its first reading has told nothing, and is not followed. */
    private void follow(Path task) throws NativeIoException {
        IoAccounting account = null;
        try {
            account = IoAccounting.of(task.resolve("io"));
            account.refresh();
            accounts.put(task, account);
            hadWorkers = true;
        } catch (NativeIoException failed) {
            if (account != null) {
                account.close();
            }
            if (failed.errno() != Errno.ENOENT && failed.errno() != Errno.ESRCH) {
                throw failed;
            }
        }
    }

    /** Whether the worker is still there; if not, its last reading is kept. */
    private boolean refresh(IoAccounting account) throws NativeIoException {
        try {
            account.refresh();
            return true;
        } catch (NativeIoException failed) {
            if (failed.errno() != Errno.ESRCH) {
                throw failed;
            }
            readByEnded += account.readBytes();
            writtenByEnded += account.writeBytes();
            account.close();
            return false;
        }
    }

    private boolean isOwn(Path task) throws IOException {
        String name;
        try {
            name = Files.readString(task.resolve("comm"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException ended) {
            return false;
        }
        if (!name.startsWith(NAME)) {
            return false;
        }
        String itsOwner = name.substring(NAME.length());
        if (itsOwner.equals(owner)) {
            return true;
        }
        // The kernel writes the owner's number in the first PID namespace, which containers do not see.
        boolean namedElsewhere = Files.notExists(TASKS.resolve(itsOwner));
        if (namedElsewhere && !alone) {
            throw new IOException(name + ": whose worker this is cannot be told in a PID namespace");
        }
        return namedElsewhere;
    }

    @Override
    public long readBytes() {
        return readByEnded
                + accounts.values().stream().mapToLong(IoAccounting::readBytes).sum();
    }

    @Override
    public long writeBytes() {
        return writtenByEnded
                + accounts.values().stream().mapToLong(IoAccounting::writeBytes).sum();
    }

    @Override
    public boolean hadWorkers() {
        return hadWorkers;
    }

    @Override
    public void close() throws NativeIoException {
        for (IoAccounting account : accounts.values()) {
            account.close();
        }
        accounts.clear();
    }
}

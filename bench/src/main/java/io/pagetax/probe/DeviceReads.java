package io.pagetax.probe;

import io.pagetax.evidence.IoAccounting;
import io.pagetax.linux.file.NativeIoException;
import java.util.OptionalLong;

/**
 * Bytes that the calling thread's reads fetched from devices, by the kernel's account of the thread. It is blind on file
 * systems that do not account for it, so whoever asks it has to see first that it counts a read that cannot be served
 * otherwise.
 */
final class DeviceReads {

    private DeviceReads() {}

    /** Bytes that a transfer fetched; empty where the kernel keeps no such account. */
    static OptionalLong of(Transfer transfer) throws NativeIoException {
        try (IoAccounting account = IoAccounting.ofThisThread()) {
            account.refresh();
            long before = account.readBytes();
            transfer.run();
            account.refresh();
            return OptionalLong.of(account.readBytes() - before);
        } catch (NativeIoException refused) {
            if (refused.call().equals("open")) {
                transfer.run();
                return OptionalLong.empty();
            }
            throw refused;
        }
    }

    /** Whether the account sees what buffered reads of a file fetch that is not in the cache. */
    static boolean areSeen(ScratchFile file) throws NativeIoException {
        file.evict();
        OptionalLong cold = of(file::warm);
        return cold.isPresent() && cold.getAsLong() >= (long) file.pages() * Site.PAGE / 2;
    }
}

package io.pagetax.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Ways to make a file system fail, to see what becomes of what runs on it. All are gone with the lab. */
public enum Fault {
    /** The file behind the loop device is cut short: what lay beyond gives EIO. */
    EIO("eio") {
        @Override
        String apply(Patient patient, Site site, Commands commands) throws IOException {
            Image image = patient.image();
            // Enough for what file systems keep at their beginning, less than data files have.
            long kept = image.sizeBytes() / KEPT_SHARE;
            commands.run("truncate", "--size=" + kept, image.path().toString());
            return patient.node() + " gives EIO beyond " + kept + " bytes";
        }
    },
    /** A file takes all the space that is left: writes give ENOSPC. */
    ENOSPC("enospc") {
        @Override
        String apply(Patient patient, Site site, Commands commands) throws IOException {
            Path file = patient.mountPoint().resolve("pagetax-lab-enospc");
            commands.act("dd if=/dev/urandom of=" + file, () -> Occupation.fillUp(file, commands::isCancelled));
            return file + " takes all space";
        }
    },
    /** It can only be read from now on: writes give EROFS. */
    EROFS("erofs") {
        @Override
        String apply(Patient patient, Site site, Commands commands) throws IOException {
            Path folder = patient.mountPoint();
            try {
                commands.run("mount", "-o", "remount,ro", folder.toString());
            } catch (LabException busy) {
                if (patient.variant().type() != FileSystemType.EXT4) {
                    throw new LabException(
                            busy.getMessage() + "; only ext4 can be made read-only while files are open for writing",
                            busy);
                }
                // As when it finds itself damaged.
                commands.run("mount", "-o", "remount,errors=remount-ro", folder.toString());
                commands.write(
                        Path.of("/sys/fs/ext4")
                                .resolve(patient.node().getFileName())
                                .resolve("trigger_fs_error"),
                        "1");
            }
            return folder + " is read-only";
        }
    },
    /** A limit that is reached soon: writes give EDQUOT. */
    EDQUOT("edquot") {
        @Override
        String apply(Patient patient, Site site, Commands commands) throws IOException {
            // Those of the others do not hold for root.
            if (patient.variant().type() != FileSystemType.BTRFS) {
                throw new LabException("a quota can be had on btrfs alone, which holds it for every user");
            }
            String folder = patient.mountPoint().toString();
            commands.run("btrfs", "quota", "enable", folder);
            commands.run("btrfs", "qgroup", "limit", QUOTA, folder);
            return folder + " takes no more than " + QUOTA;
        }
    },
    /** A device that is slow for all processes of a control group. */
    SLOW("slow") {
        @Override
        String apply(Patient patient, Site site, Commands commands) throws IOException {
            if (Files.notExists(BLKIO)) {
                throw new LabException("there is no " + BLKIO + ": control groups of version 1 are needed");
            }
            Path group = BLKIO.resolve("pagetax-lab-" + patient.variant().name());
            String node = patient.node().getFileName().toString();
            String number = Files.readString(Path.of("/sys/class/block", node, "dev"), StandardCharsets.US_ASCII)
                    .strip();
            site.build(patient.variant().name(), List.of(new Throttle(group, number, SLOW_IOPS)));
            return "/dev/" + node + " takes " + SLOW_IOPS + " operations a second from processes that are in " + group
                    + ": sh -c 'echo $$ > " + group + "/cgroup.procs; exec COMMAND'";
        }
    };

    private static final int KEPT_SHARE = 16;
    private static final String QUOTA = "64m";
    private static final int SLOW_IOPS = 200;
    private static final Path BLKIO = Path.of("/sys/fs/cgroup/blkio");

    private final String word;

    Fault(String word) {
        this.word = word;
    }

    /** As users type it. */
    public String word() {
        return word;
    }

    /**
     * The fault that a word names.
     *
     * @throws IllegalArgumentException naming the word and all that would be accepted
     */
    public static Fault parse(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not one of: "
                        + Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", "))));
    }

    /**
     * Does it.
     *
     * @param site for what has to be undone apart from the file system
     * @return what is now so, for people
     */
    abstract String apply(Patient patient, Site site, Commands commands) throws IOException;
}

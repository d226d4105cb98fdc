package io.pagetax.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times that the virtual machine stopped all of its threads, from its {@link SafepointLog}. */
final class SafepointMeter implements ProcessMeter {

    private static final Pattern TOTAL = Pattern.compile("Total:\\s*(\\d+) ns");

    private final @Nullable RandomAccessFile log;

    SafepointMeter() {
        this.log = SafepointLog.ofThisMachine().map(SafepointMeter::open).orElse(null);
    }

    private static @Nullable RandomAccessFile open(Path file) {
        try {
            return new RandomAccessFile(file.toFile(), "r");
        } catch (IOException gone) {
            return null;
        }
    }

    @Override
    public void start() throws IOException {
        if (log != null) {
            log.seek(log.length());
        }
    }

    @Override
    public void stop(SampleEvidence.Builder evidence) throws IOException {
        if (log != null) {
            byte[] added = new byte[Math.toIntExact(log.length() - log.getFilePointer())];
            log.readFully(added);
            report(new String(added, StandardCharsets.UTF_8), evidence);
        }
    }

    @Override
    public void close() throws IOException {
        if (log != null) {
            log.close();
        }
    }

    static void report(String lines, SampleEvidence.Builder evidence) {
        long count = 0;
        long nanos = 0;
        Matcher total = TOTAL.matcher(lines);
        while (total.find()) {
            count++;
            nanos += Long.parseLong(total.group(1));
        }
        evidence.put(Quantity.SAFEPOINTS, count).put(Quantity.SAFEPOINT_NANOS, nanos);
    }
}

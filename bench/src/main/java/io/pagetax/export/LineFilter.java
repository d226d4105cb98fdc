package io.pagetax.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Passes text on line by line, each changed. <b>Not thread-safe</b>, but a PrintStream around it is. */
final class LineFilter extends OutputStream {

    private final OutputStream out;
    private final UnaryOperator<String> change;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineFilter(OutputStream out, UnaryOperator<String> change) {
        this.out = out;
        this.change = change;
    }

    @Override
    public void write(int octet) throws IOException {
        line.write(octet);
        if (octet == '\n') {
            passOn();
        }
    }

    private void passOn() throws IOException {
        out.write(change.apply(line.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        line.reset();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            passOn();
        }
    }
}

package io.pagetax.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The pages' templates, and what is put into them as it is: all of it is a part of this program. */
final class Templates {

    private Templates() {}

    /**
     * Renders a page.
     *
     * @param view its values, which are escaped unless the template says otherwise
     */
    static String render(String template, Map<String, Object> view) {
        return Mustache.compiler()
                .nullValue(Units.NOT_AVAILABLE)
                .withLoader(name -> new StringReader(text(name)))
                .compile(text(template))
                .execute(view);
    }

    /** A file that lies beside this class. */
    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package io.pagetax.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/** Holds records of runs against the schema that is published with this program. */
public final class RunRecordCheck {

    private RunRecordCheck() {}

    /** Fails unless a file is what the schema says. */
    public static void assertValid(Path record) throws IOException {
        assertThat(violations(Files.readString(record))).as("%s", record).isEmpty();
    }

    static Set<ValidationMessage> violations(String record) throws IOException {
        return schema().validate(record, InputFormat.JSON);
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(Run.class.getResourceAsStream("run.schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }
}

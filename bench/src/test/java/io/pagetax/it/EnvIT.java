package io.pagetax.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvIT {

    @TempDir
    Path folder;

    private Commands.Outcome env(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = "env";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Commands.run(folder, Commands.pagetax(all));
    }

    @Test
    void printsFactsInGroupsAndChangesNothing() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));

        Commands.Outcome outcome = env("--target", "disk=" + target);

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("System\n", "Processor\n", "Memory\n", "Target: disk\n", target.toString())
                .containsPattern("kernel +" + System.getProperty("os.version"));
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void printsExactlyOneDocumentWithTheKeysOfARun() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[1 << 16]);

        Commands.Outcome outcome = env("--json", "--target", "a=" + file, "--target", "b=.");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        JsonNode document = new ObjectMapper().readTree(outcome.out());
        assertThat(document.at("/kernel").asText()).isEqualTo(System.getProperty("os.version"));
        assertThat(document.at("/targets")).hasSize(2);
        assertThat(document.at("/targets/0/dataFile/sizeBytes").asLong()).isEqualTo(1 << 16);
        assertThat(document.at("/targets/1/dataFile").isNull()).isTrue();
        assertThat(document.at("/targets/1/unknown/dataFile").asText()).isNotEmpty();
    }

    @Test
    void hidesPathsIfAskedTo() throws Exception {
        Path target = Files.createDirectories(folder.resolve("home of alice/secret"));

        for (String form : new String[] {"--json=false", "--json"}) {
            Commands.Outcome outcome = env("--anonymise", form, "--target", target.toString());
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(outcome.out()).contains("target1").doesNotContain("alice", "secret", folder.toString());
        }
    }

    @Test
    void saysWhichTargetIsNotThere() throws Exception {
        Commands.Outcome outcome = env("--target", folder.resolve("absent").toString());
        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err())
                .contains("no such target", folder.resolve("absent").toString());
        assertThat(outcome.out()).isEmpty();
    }
}

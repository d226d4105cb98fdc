package io.pagetax.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a test needs of the machine; unmet, it is skipped with the reason. */
final class Requirements {

    private Requirements() {}

    static void root() {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: needs root");
    }
}

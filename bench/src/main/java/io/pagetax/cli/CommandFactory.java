package io.pagetax.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Hands the command line, as it was typed, to commands that record it. */
final class CommandFactory implements IFactory {

    private final List<String> args;

    CommandFactory(List<String> args) {
        this.args = args;
    }

    @Override
    public <K> K create(Class<K> kind) throws Exception {
        if (kind == QuickCommand.class) {
            return kind.cast(new QuickCommand(args));
        }
        if (kind == RunCommand.class) {
            return kind.cast(new RunCommand(args));
        }
        return CommandLine.defaultFactory().create(kind);
    }
}

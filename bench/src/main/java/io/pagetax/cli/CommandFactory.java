package io.pagetax.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Hands the command line, as it was typed, to commands that record it. */
final class CommandFactory implements IFactory {

    private final List<String> typed;

    CommandFactory(List<String> args) {
        this.typed = Stream.concat(Stream.of("pagetax"), args.stream()).toList();
    }

    @Override
    public <K> K create(Class<K> kind) throws Exception {
        if (kind == QuickCommand.class) {
            return kind.cast(new QuickCommand(typed));
        }
        if (kind == TaxCommand.class) {
            return kind.cast(new TaxCommand(typed));
        }
        if (kind == CompareCommand.class) {
            return kind.cast(new CompareCommand(typed));
        }
        if (kind == RunCommand.class) {
            return kind.cast(new RunCommand(typed));
        }
        if (kind == MergeCommand.class) {
            return kind.cast(new MergeCommand(typed));
        }
        return CommandLine.defaultFactory().create(kind);
    }
}

package io.pagetax.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows what would be done, a line each, as one would type it. */
final class ShownCommands implements Commands {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./\\[\\]^-]+");

    private final Consumer<String> out;

    ShownCommands(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public String run(List<String> command) {
        out.accept(command.stream().map(ShownCommands::quoted).collect(Collectors.joining(" ")));
        return "";
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public void write(Path file, String text) {
        out.accept("echo " + quoted(text) + " > " + quoted(file.toString()));
    }

    @Override
    public String read(Path file) {
        out.accept("cat " + quoted(file.toString()));
        return "";
    }

    @Override
    public void act(String shown, Action action) {
        out.accept(shown);
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean isDryRun() {
        return true;
    }
}

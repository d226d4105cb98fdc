package io.pagetax.report;

import io.pagetax.result.Environment;
import io.pagetax.result.TargetFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The environment as lines of name and value. */
final class EnvironmentView {

    /** A fact. */
    record Line(String name, String value) {}

    /** A target and its facts. */
    record TargetView(String name, List<Line> lines) {}

    private EnvironmentView() {}

    static List<Line> lines(Environment environment) {
        return List.of(
                line("pagetax", environment.pagetax()),
                line("kernel", environment.kernel()),
                line("distribution", environment.distribution()),
                line("processor", environment.cpu()),
                line("cores", environment.cores()),
                line("memory, bytes", environment.memoryBytes()),
                line("JDK", environment.jdk()),
                line("binding", environment.binding()),
                line("frequency governor", environment.governor()),
                line("mitigations", environment.mitigations()),
                line("transparent huge pages", environment.thp()));
    }

    static TargetView of(TargetFacts target) {
        return new TargetView(
                target.name(),
                List.of(
                        line("path", target.path()),
                        line("chosen because", target.choice()),
                        line("file system", target.filesystem()),
                        line("mount options", target.mountOptions()),
                        line("device", target.device()),
                        line("model", target.deviceModel()),
                        line("backing", target.backing()),
                        line("scheduler", target.scheduler()),
                        line("rotational", target.rotational()),
                        line("logical block, bytes", target.logicalBlockSize()),
                        line("direct I/O: buffer alignment, bytes", target.dioMemAlign()),
                        line("direct I/O: offset alignment, bytes", target.dioOffsetAlign())));
    }

    private static Line line(String name, @Nullable Object value) {
        return new Line(name, value == null ? Units.NOT_AVAILABLE : value.toString());
    }
}

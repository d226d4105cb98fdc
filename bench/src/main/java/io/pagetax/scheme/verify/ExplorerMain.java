package io.pagetax.scheme.verify;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * Explores what its input asks for, one after the other: the id of a subject, the name of a scenario, and a number of
 * interleavings. What it found goes to standard output, as {@link ExplorerProcess} reads it. It ends when its input does.
 */
public final class ExplorerMain {

    private ExplorerMain() {}

    /**
     * Explores until the input ends.
     *
     * @param args the grain
     */
    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        ExplorerAgent.attach(Grain.valueOf(args[0]));
        while (true) {
            Subject subject;
            try {
                subject = Subject.of(in.readUTF());
            } catch (EOFException over) {
                return;
            }
            write(Explorer.explore(subject, Scenario.valueOf(in.readUTF()), in.readInt()), out);
        }
    }

    private static void write(Exploration found, DataOutputStream out) throws IOException {
        out.writeUTF(found.verdict().name());
        out.writeInt(found.interleavings());
        out.writeBoolean(found.complete());
        out.writeUTF(found.steps());
        out.flush();
    }
}

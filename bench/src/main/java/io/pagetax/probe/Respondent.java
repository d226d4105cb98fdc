package io.pagetax.probe;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.result.ProbedTarget;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A process that asks the file system: ids of probes come in on its standard input, a line each, and answers go out on its
 * standard output, as {@link #write} puts them. It ends at once when its input does, so that it never outlives whoever
 * started it, not even one that was killed.
 */
public final class Respondent {

    private static final String END = "";

    private Respondent() {}

    /**
     * Answers until the input ends.
     *
     * @param args the scratch folder
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Site site = new Site(Path.of(args[0]));
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        Thread listener = new Thread(() -> listen(System.in, asked), "probe-listener");
        listener.setDaemon(true);
        listener.start();
        answer(site, Probes.all(), asked, new FileOutputStream(FileDescriptor.out));
    }

    @SuppressForbidden(
            reason = "it must not go on without the process that watches it, whatever it is in the middle of")
    private static void listen(InputStream in, BlockingQueue<String> asked) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String id = lines.readLine(); id != null; id = lines.readLine()) {
                asked.add(id);
            }
        } catch (IOException broken) {
            asked.add(END);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void answer(Site site, List<Probe> probes, BlockingQueue<String> asked, OutputStream out)
            throws IOException, InterruptedException {
        for (String id = asked.take(); !id.equals(END); id = asked.take()) {
            for (Probe probe : probes) {
                if (probe.about().id().equals(id)) {
                    write(ask(probe, site), out);
                }
            }
        }
    }

    private static Answer ask(Probe probe, Site site) {
        try {
            return probe.ask(site);
        } catch (NativeIoException refused) {
            return Answer.refused(
                    refused.errno(),
                    "What the question needs is refused here.",
                    String.valueOf(refused.getMessage()).replace(site.folder().toString() + "/", ""));
        } catch (IOException | RuntimeException | InternalError failed) {
            return new Answer(ProbedTarget.FAILED, "Nothing is known: please report this.", failed.toString());
        }
    }

    /** Puts an answer into a stream, from which {@link Child} takes it. */
    static void write(Answer answer, OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeUTF(answer.answer());
        out.writeUTF(answer.meaning());
        out.writeUTF(answer.detail());
        out.flush();
    }
}

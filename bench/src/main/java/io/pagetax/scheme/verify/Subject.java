package io.pagetax.scheme.verify;

import io.pagetax.scheme.Schemes;
import java.util.ArrayList;
import java.util.List;

/**
 * A scheme in the state in which it is explored.
 *
 * @param id of the scheme, and of the state if it has several
 * @param stray whether a page elsewhere in the file is cached at first
 */
public record Subject(String id, Schemes scheme, boolean stray) {

    /** The one of an id. */
    public static Subject of(String id) {
        return all().stream()
                .filter(subject -> subject.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scheme of that id: " + id));
    }

    /** The one of an id, or all states of the scheme of an id. */
    public static List<Subject> matching(String id) {
        List<Subject> found = all().stream()
                .filter(subject ->
                        subject.id().equals(id) || subject.scheme().id().equals(id))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no scheme of that id: " + id);
        }
        return found;
    }

    /** All, in the order of the schemes. */
    public static List<Subject> all() {
        List<Subject> subjects = new ArrayList<>();
        for (Schemes scheme : Schemes.values()) {
            if (scheme.dependsOnEmptiness()) {
                subjects.add(new Subject(scheme.id() + "-empty", scheme, false));
                subjects.add(new Subject(scheme.id() + "-cached", scheme, true));
            } else {
                subjects.add(new Subject(scheme.id(), scheme, false));
            }
        }
        return List.copyOf(subjects);
    }
}

package io.pagetax.probe;

/**
 * A question.
 *
 * @param id by which others refer to it; does not change
 * @param question in plain words
 * @param source what promises or explains the behaviour: manual page, kernel version, commit
 */
record About(String id, String question, String source) {}

package io.pagetax.result;

/**
 * What one question to a file system was answered with.
 *
 * @param id of the question; does not change
 * @param answer a word, or a word and a measure behind a colon
 * @param detail how it was found, with the figures
 * @param question in plain words
 * @param meaning what the answer means for a program
 * @param source what promises or explains the behaviour
 */
public record ProbeAnswer(String id, String answer, String detail, String question, String meaning, String source) {}

/**
 * The situations that the thread was about: {@link io.pagetax.scheme.verify.Scenario} is one, {@link
 * io.pagetax.scheme.verify.World} a small machine in which it is carried out, {@link io.pagetax.scheme.verify.Verdict} what
 * came of it. Written so that a model checker can carry it out again and again: no loop of ten rounds, what threads do in
 * classes with plain fields, few objects.
 */
@NullMarked
package io.pagetax.scheme.verify;

import org.jspecify.annotations.NullMarked;

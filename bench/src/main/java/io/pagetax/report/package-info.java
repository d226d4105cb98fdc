/** Renders a run for people; knows results and analysis, and nothing of how they were made. */
@NullMarked
package io.pagetax.report;

import org.jspecify.annotations.NullMarked;

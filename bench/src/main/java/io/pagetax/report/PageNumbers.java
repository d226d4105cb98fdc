package io.pagetax.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for the page's script, with no more digits than a histogram has. */
final class PageNumbers {

    private static final MathContext DIGITS = new MathContext(5);

    private PageNumbers() {}

    static double rounded(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).round(DIGITS).doubleValue() : value;
    }
}

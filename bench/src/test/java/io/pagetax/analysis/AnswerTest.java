package io.pagetax.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.Locales;
import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.result.Runs;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTest {

    private static final Row DIRECT = Runs.verified("disk-randread-4k-direct-uncached", "direct", 80_000);
    private static final Row BUFFERED = Runs.verified("disk-randread-4k-buffered-uncached", "buffered", 90_040);
    private static final Comparison TAX =
            new Comparison(Answer.TAX_INSERTION, BUFFERED.id(), DIRECT.id(), new Estimate(1.125_4, 1.096, 1.149_9), 7);

    @ParameterizedTest
    @MethodSource("io.pagetax.Locales#all")
    void givesTargetBothTimesChangeAndIntervalInEveryLocale(Locale locale) throws Exception {
        Run run = Runs.of(List.of(DIRECT, BUFFERED), List.of(TAX));
        List<String> sentences = Locales.in(locale, () -> Answer.sentences(run));
        assertThat(sentences)
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .contains("disk", "uncached", "random read", "direct", "cache")
                        .contains("80.0 µs", "90.0 µs", "+12.5 %", "+9.6", "+15.0 %", "7 rounds"));
    }

    @Test
    void saysWhyThereIsNoIntervalIfRoundsAreTooFew() {
        Comparison few = new Comparison("any", "a", "b", new Estimate(0.9, null, null), 5);
        assertThat(Answer.change(few)).contains("-10.0 %", "no interval", "5 rounds", "6");
    }

    @Test
    void saysWhichRowIsNotTrustedAndWhyIfThereIsNoAnswer() {
        Row refuted = Runs.refuted("disk-randread-4k-buffered-uncached", "buffered", "17 pages resident, 0 expected");
        assertThat(Answer.sentences(Runs.of(List.of(DIRECT, refuted), List.of())))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).contains(refuted.id(), "refuted", "17 pages resident"));
    }

    @Test
    void saysNothingIfNobodyAsked() {
        assertThat(Answer.sentences(Runs.of(List.of(DIRECT), List.of()))).isEmpty();
    }

    @Test
    void namesEngineAndBindingOnlyIfTheyAreNotTheUsual() {
        assertThat(sentences(1, "psync", "jna")).singleElement().asString().contains("4 KiB random read costs");
        assertThat(sentences(1, "filechannel", null))
                .singleElement()
                .asString()
                .contains("random read by filechannel costs");
        assertThat(sentences(1, "psync", "ffm")).singleElement().asString().contains("read by psync through ffm costs");
    }

    @Test
    void givesNoCostOfAReadThatWaitedForOthers() {
        assertThat(sentences(32, "io_uring", "jna")).isEmpty();
    }

    private static List<String> sentences(int depth, String engine, @Nullable String binding) {
        return Answer.sentences(Runs.of(
                List.of(Runs.issued(DIRECT, engine, binding, depth), Runs.issued(BUFFERED, engine, binding, depth)),
                List.of(TAX)));
    }
}
